package org.backwise.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A walk in a browser of each {@link Size}. The gate walks on the phone, where there is
 * the least room, and looks every page over at both; {@code -Plong} walks at both.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest
@ArgumentsSource(Sizes.class)
@interface EachSize {

}
