package org.backwise.limits;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Stops reading a body that does not say how long it is once it is too long. */
class LimitedRequest extends HttpServletRequestWrapper {

	private final long most;

	LimitedRequest(HttpServletRequest request, long most) {
		super(request);
		this.most = most;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		return new LimitedStream(super.getInputStream(), this.most);
	}

	/** Counts the bytes that are read. */
	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream in;

		private long left;

		LimitedStream(ServletInputStream in, long most) {
			this.in = in;
			this.left = most;
		}

		@Override
		public int read() throws IOException {
			int value = this.in.read();
			count((value < 0) ? 0 : 1);
			return value;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = this.in.read(bytes, offset, length);
			count(read);
			return read;
		}

		private void count(int read) {
			this.left -= Math.max(0, read);
			if (this.left < 0) {
				throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
			}
		}

		@Override
		public boolean isFinished() {
			return this.in.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.in.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.in.setReadListener(listener);
		}

	}

}
