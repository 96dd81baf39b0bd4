package org.backwise.triage;

import java.util.AbstractList;
import java.util.List;

import org.backwise.triage.Assessment.CountedRow;

/**
 * Those of the rows of the table of points that counted. All lists share the rows, so
 * that one takes no more memory than its bits.
 */
class CountedRows extends AbstractList<CountedRow> {

	/** As many rows as there can be, so that a row and whether it is main fit in bits. */
	static final int MOST = Integer.SIZE;

	private final List<CountedRow> rows;

	private final List<CountedRow> asMain;

	/** The low half for the rows that counted, the high half for the main ones. */
	private final long bits;

	CountedRows(List<CountedRow> rows, List<CountedRow> asMain, long bits) {
		this.rows = rows;
		this.asMain = asMain;
		this.bits = bits;
	}

	static long bit(int row) {
		return 1L << row;
	}

	static long mainBit(int row) {
		return 1L << MOST + row;
	}

	@Override
	public CountedRow get(int index) {
		int row = -1;
		int rest = (int) this.bits;
		for (int i = -1; i < index && rest != 0; i++) {
			row = Integer.numberOfTrailingZeros(rest);
			rest &= rest - 1;
			if (i + 1 == index) {
				return ((this.bits & mainBit(row)) != 0 ? this.asMain : this.rows).get(row);
			}
		}
		throw new IndexOutOfBoundsException(index);
	}

	@Override
	public int size() {
		return Integer.bitCount((int) this.bits);
	}

}
