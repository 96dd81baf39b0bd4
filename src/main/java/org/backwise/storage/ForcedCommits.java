package org.backwise.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Lets no transaction end before what it wrote is on disk. H2 writes its file at each
 * commit and forces it only now and then, so that a power cut would lose half a minute of
 * what people were told is saved. PostgreSQL forces by itself. The one place that does
 * so.
 */
@Component
class ForcedCommits implements TransactionExecutionListener {

	private final ObjectProvider<DataSource> database;

	private final StorageMeasures measures;

	private final GroupForce group = new GroupForce();

	private volatile @Nullable Boolean needed;

	ForcedCommits(ObjectProvider<DataSource> database, StorageMeasures measures) {
		this.database = database;
		this.measures = measures;
	}

	/**
	 * @throws NotOnDiskException when it may not be on disk, so that nobody is told that
	 * it is
	 */
	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
		if (failure != null || !transaction.hasTransaction()) {
			return;
		}
		DataSource source = this.database.getObject();
		Connection connection = DataSourceUtils.getConnection(source);
		try {
			if (!isNeeded(connection)) {
				return;
			}
			if (transaction.isReadOnly()) {
				this.group.awaitOthers();
			}
			else {
				this.group.force(() -> force(connection));
			}
		}
		catch (SQLException ex) {
			throw new NotOnDiskException(ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, source);
		}
	}

	private boolean isNeeded(Connection connection) throws SQLException {
		Boolean known = this.needed;
		if (known == null) {
			String url = connection.getMetaData().getURL();
			known = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
			this.needed = known;
		}
		return known;
	}

	private void force(Connection connection) throws SQLException {
		long begun = System.nanoTime();
		try (Statement checkpoint = connection.createStatement()) {
			checkpoint.execute("checkpoint sync");
		}
		this.measures.forced(System.nanoTime() - begun);
	}

}
