package org.backwise.retention;

import javax.sql.DataSource;

import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * On several instances a scheduled job runs on one of them; the database says on which.
 */
@Configuration(proxyBeanMethods = false)
@EnableSchedulerLock(defaultLockAtMostFor = "PT1H")
class ScheduledLocks {

	/**
	 * PostgreSQL's own clock counts, since several instances have one each. H2 would take
	 * the time of the wall, which one hour a year comes twice.
	 */
	@Bean
	LockProvider lockProvider(DataSource database) {
		JdbcTemplate jdbc = new JdbcTemplate(database);
		boolean postgres = "PostgreSQL".equals(jdbc
			.execute((ConnectionCallback<String>) (connection) -> connection.getMetaData().getDatabaseProductName()));
		JdbcTemplateLockProvider.Configuration.Builder settings = JdbcTemplateLockProvider.Configuration.builder()
			.withJdbcTemplate(jdbc);
		return new PresentLocks(
				new JdbcTemplateLockProvider((postgres ? settings.usingDbTime() : settings.forceUtcTimeZone()).build()),
				jdbc);
	}

}
