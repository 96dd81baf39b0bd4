package org.backwise.limits;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one address may ask for.
 *
 * @param enabled whether calls are counted at all; sizes are always limited
 * @param jsonDoorPerMinute calls of the JSON door a minute and address
 * @param wrongLinksPerHour wrong private links an hour and address
 * @param startsPerHour questionnaires begun an hour and address
 * @param atOnce requests of one address that are answered at the same time
 * @param requestSize the largest request body
 * @param uploadSize the largest one with a file, at the desk only
 */
@Validated
@ConfigurationProperties("backwise.limits")
record Limits(@DefaultValue("true") boolean enabled, @Min(1) @DefaultValue("120") int jsonDoorPerMinute,
		@Min(1) @DefaultValue("30") int wrongLinksPerHour, @Min(1) @DefaultValue("60") int startsPerHour,
		@Min(1) @DefaultValue("40") int atOnce, @DefaultValue("64KB") DataSize requestSize,
		@DefaultValue("1050KB") DataSize uploadSize) {
}
