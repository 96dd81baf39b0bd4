package org.backwise.transfer;

import java.util.UUID;

import org.backwise.transfer.Incoming.Days;

/**
 * A file as it came, and how the owner says that it is written.
 *
 * @param id its key
 * @param account who sent it
 * @param kind what stands in it
 * @param windows whether it is written in windows-1252, else UTF-8
 * @param semicolon whether a semicolon stands between cells, else a comma
 * @param days how days are written
 * @param content its bytes
 */
record Upload(UUID id, UUID account, Incoming kind, boolean windows, boolean semicolon, Days days, byte[] content) {

	/** Says nothing of what is in it. */
	@Override
	public String toString() {
		return "upload " + this.id;
	}

}
