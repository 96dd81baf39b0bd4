package org.backwise.storage;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;

import org.springframework.cache.Cache;
import org.springframework.cache.annotation.CachingConfigurer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.cache.interceptor.CacheOperationInvocationContext;
import org.springframework.cache.interceptor.CacheResolver;
import org.springframework.cache.interceptor.KeyGenerator;
import org.springframework.cache.interceptor.SimpleKey;
import org.springframework.cache.support.NoOpCache;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Remembers for one GET what {@link OncePerPage} read, and nothing longer. */
@Configuration(proxyBeanMethods = false)
@EnableCaching
class PageMemory implements CachingConfigurer, CacheResolver, KeyGenerator {

	private static final String ATTRIBUTE = PageMemory.class.getName();

	/** A page reads far fewer; a file of all cases must not hold them all. */
	private static final int MOST = 200;

	private static final Cache NONE = new NoOpCache("none");

	@Override
	public CacheResolver cacheResolver() {
		return this;
	}

	@Override
	public KeyGenerator keyGenerator() {
		return this;
	}

	@Override
	public Collection<? extends Cache> resolveCaches(CacheOperationInvocationContext<?> asked) {
		return List.of((RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page
				&& HttpMethod.GET.matches(page.getRequest().getMethod())) ? of(page) : NONE);
	}

	private static Cache of(ServletRequestAttributes page) {
		if (page.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof ConcurrentMapCache known
				&& known.getNativeCache().size() < MOST) {
			return known;
		}
		Cache fresh = new ConcurrentMapCache(ATTRIBUTE);
		page.setAttribute(ATTRIBUTE, fresh, RequestAttributes.SCOPE_REQUEST);
		return fresh;
	}

	@Override
	public Object generate(Object target, Method method, Object... parameters) {
		return new SimpleKey(target, method, new SimpleKey(parameters));
	}

}
