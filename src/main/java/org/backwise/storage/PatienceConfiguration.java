package org.backwise.storage;

import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Lets nobody wait for a PostgreSQL that does not answer. H2 runs inside this program.
 */
@Configuration(proxyBeanMethods = false)
class PatienceConfiguration {

	/** For the making of a connection, whoever it is for; what stands in the URL wins. */
	private static final Map<String, String> CONNECTING = Map.of("connectTimeout", "2", "socketTimeout", "4",
			"cancelSignalTimeout", "1", "tcpKeepAlive", "true");

	/** How long a connection may take to say that it is still there. */
	private static final long ALIVE = 1000;

	@Bean
	static BeanPostProcessor patientDatabases(ObjectProvider<PatienceSettings> settings) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof HikariDataSource pool && isPostgres(pool)) {
					CONNECTING.forEach(pool::addDataSourceProperty);
					pool.setValidationTimeout(ALIVE);
				}
				return bean;
			}

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof HikariDataSource pool && isPostgres(pool))
						? new PatientDatabase(pool, settings.getObject().aside()) : bean;
			}

		};
	}

	private static boolean isPostgres(HikariDataSource pool) {
		return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:postgresql:");
	}

	/** A command has no end of its start. */
	@EventListener
	void started(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof WebServerApplicationContext) {
			event.getApplicationContext().getBeanProvider(PatientDatabase.class).forEach(PatientDatabase::started);
		}
	}

}
