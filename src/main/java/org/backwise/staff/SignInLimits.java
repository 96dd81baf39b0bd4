package org.backwise.staff;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often signing in may be tried in a quarter of an hour.
 *
 * @param enabled whether attempts are counted at all
 * @param signInsPerAccount failed attempts for one sign-in name
 * @param signInsPerAddress failed attempts from one address
 */
@Validated
@ConfigurationProperties("backwise.limits")
record SignInLimits(@DefaultValue("true") boolean enabled, @Min(1) @DefaultValue("10") int signInsPerAccount,
		@Min(1) @DefaultValue("30") int signInsPerAddress) {

	/** After it all attempts are given back. */
	static final Duration PERIOD = Duration.ofMinutes(15);

}
