package org.backwise.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.cache.annotation.Cacheable;

/**
 * What this reads from the database is read once while a page is made: the page shows one
 * moment, however many of its parts ask. Outside a GET each call reads again, so nothing
 * is decided by what was read before. Not for what a GET writes itself.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Cacheable("page")
public @interface OncePerPage {

}
