package org.backwise.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A connection, or a statement of one, that waits for each answer only as long as its
 * request may still wait.
 */
final class PatientConnection implements InvocationHandler {

	private static final Set<String> TIDYING = Set.of("close", "rollback");

	private final Object target;

	private final Connection connection;

	private final Patience patience;

	private PatientConnection(Object target, Connection connection, Patience patience) {
		this.target = target;
		this.connection = connection;
		this.patience = patience;
	}

	static Connection of(Connection connection, Patience patience) {
		return proxy(Connection.class, new PatientConnection(connection, connection, patience));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		String name = method.getName();
		if (name.equals("equals") && arguments != null) {
			return proxy == arguments[0];
		}
		if (name.startsWith("execute") || name.equals("commit")) {
			return this.patience.await(() -> hurried(method, arguments));
		}
		if (TIDYING.contains(name)) {
			// What was hung up is rolled back.
			if (this.connection.isClosed()) {
				return null;
			}
			return this.patience.tidy(() -> hurried(method, arguments));
		}
		Object result = call(method, arguments);
		return (result instanceof Statement statement && this.target == this.connection) ? patient(statement) : result;
	}

	private @Nullable Object hurried(Method method, Object @Nullable [] arguments) throws SQLException {
		if (!this.connection.isClosed()) {
			this.connection.setNetworkTimeout(Runnable::run, Math.toIntExact(this.patience.next()));
		}
		return call(method, arguments);
	}

	/**
	 * The server stops it a little before we would hang up: a connection that was hung up
	 * goes on waiting for a lock at the other end. Never what commits by itself: stopped
	 * while it waits for a standby, PostgreSQL calls it done.
	 */
	private Statement patient(Statement statement) throws SQLException {
		if (this.patience.isHurried() && !this.connection.getAutoCommit()) {
			statement.setQueryTimeout((int) Math.max(1, this.patience.next() / 1000 - 1));
		}
		PatientConnection handler = new PatientConnection(statement, this.connection, this.patience);
		if (statement instanceof CallableStatement) {
			return proxy(CallableStatement.class, handler);
		}
		return (statement instanceof PreparedStatement) ? proxy(PreparedStatement.class, handler)
				: proxy(Statement.class, handler);
	}

	private @Nullable Object call(Method method, Object @Nullable [] arguments) throws SQLException {
		try {
			return method.invoke(this.target, arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof SQLException failure) {
				throw failure;
			}
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new SQLException(ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type
			.cast(Proxy.newProxyInstance(PatientConnection.class.getClassLoader(), new Class<?>[] { type }, handler));
	}

}
