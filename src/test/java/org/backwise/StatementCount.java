package org.backwise;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that one thread gives to the database. */
public final class StatementCount implements BeanPostProcessor {

	private static final ThreadLocal<List<String>> SEEN = new ThreadLocal<>();

	/**
	 * The statements of something.
	 * @param what what to do
	 * @return the statements in order
	 */
	public static List<String> of(Callable<?> what) throws Exception {
		SEEN.set(new ArrayList<>());
		try {
			what.call();
			return List.copyOf(SEEN.get());
		}
		finally {
			SEEN.remove();
		}
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source && !(bean instanceof Counting)) ? new Counting(source) : bean;
	}

	/** A data source whose connections say what they are asked. */
	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return (SEEN.get() == null) ? connection : watched(connection);
		}

		private static Connection watched(Connection connection) {
			return (Connection) Proxy.newProxyInstance(StatementCount.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						if (method.getName().startsWith("prepare") && SEEN.get() != null) {
							SEEN.get().add((String) arguments[0]);
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					});
		}

	}

}
