package org.backwise.result;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.backwise.cases.LinkMail;
import org.backwise.origin.Origin;
import org.backwise.practice.ClientDevices;

/** What a client may do to find a page again, for the fragment of that name. */
@Component("keeping")
class Keeping {

	private final LinkMail mail;

	private final ClientDevices devices;

	private final Origin origin;

	Keeping(LinkMail mail, ClientDevices devices, Origin origin) {
		this.mail = mail;
		this.devices = devices;
		this.origin = origin;
	}

	/** Whether the practice can send the link now. */
	public boolean canSend() {
		return this.mail.canSend();
	}

	/**
	 * How many minutes the page stays on a device for clients, null on every other
	 * device.
	 */
	public @Nullable Long minutesHere() {
		HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
			.getRequest();
		return this.devices.isOne(request) ? this.devices.patience().toMinutes() : null;
	}

	/** The whole address of a page, as a browser takes it. */
	public String address(String path) {
		return this.origin.of(path);
	}

}
