package org.backwise.storage;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long anybody waits for the database.
 *
 * @param page a request, for all answers together; the page that tells of it comes on top
 * @param unhurried where something long is asked for, as patterns of addresses
 * @param each such a request, for each single answer
 * @param aside what runs by itself, for each single answer
 */
@ConfigurationProperties("backwise.patience")
record PatienceSettings(@DefaultValue("3500ms") Duration page, @DefaultValue List<String> unhurried,
		@DefaultValue("30s") Duration each, @DefaultValue("2m") Duration aside) {
}
