package org.backwise.monitoring;

import java.util.List;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Only these measures are kept: what a library brings some day, with labels that nobody
 * looked at, is not among them.
 */
@Configuration(proxyBeanMethods = false)
class KnownMeasures {

	private static final List<String> KNOWN = List.of("application.ready.time", "disk.free", "disk.total",
			"hikaricp.connections", "hikaricp.connections.active", "hikaricp.connections.max",
			"hikaricp.connections.pending", "hikaricp.connections.timeout", "http.server.requests", "jvm.gc.pause",
			"jvm.memory.max", "jvm.memory.used", "jvm.threads.live", "logback.events", "process.cpu.usage",
			"process.files.max", "process.files.open", "process.start.time", "process.uptime", "system.cpu.usage");

	private static final String OURS = "backwise.";

	@Bean
	MeterFilter nothingUnknown() {
		return new MeterFilter() {

			@Override
			public MeterFilterReply accept(Meter.Id id) {
				boolean known = id.getName().startsWith(OURS) || KNOWN.contains(id.getName());
				return known ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
			}

		};
	}

	/**
	 * Requests are counted by the part of the site, not by the page: that one person
	 * asked for erasure this morning is nothing to be read off a chart.
	 */
	@Bean
	MeterFilter byPartOfTheSite() {
		return MeterFilter.replaceTagValues("uri", KnownMeasures::part);
	}

	private static String part(String page) {
		int end = page.indexOf('/', 1);
		return (page.startsWith("/") && end > 0) ? page.substring(0, end) : page;
	}

}
