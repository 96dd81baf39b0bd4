package org.backwise.result;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import org.backwise.cases.LinkSender;

/** What a client may do to find a page again, for the fragment of that name. */
@Component("keeping")
class Keeping {

	private final ObjectProvider<LinkSender> sender;

	Keeping(ObjectProvider<LinkSender> sender) {
		this.sender = sender;
	}

	/** Whether the practice can send the link now. */
	public boolean canSend() {
		LinkSender found = this.sender.getIfAvailable();
		return found != null && found.canSend();
	}

	/** The whole address of a page, as a browser takes it. */
	public String address(String path) {
		return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
	}

}
