package org.backwise.staff;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where somebody is signed in. */
@Component
class Sessions {

	private final FindByIndexNameSessionRepository<? extends Session> repository;

	Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
		this.repository = repository;
	}

	List<? extends Session> of(String signInName) {
		return this.repository.findByPrincipalName(signInName)
			.values()
			.stream()
			.filter((session) -> !session.isExpired())
			.sorted(Comparator.comparing(Session::getLastAccessedTime).reversed())
			.toList();
	}

	/** Ends all sessions, but one if it is named. */
	void endAll(String signInName, @Nullable String except) {
		this.repository.findByPrincipalName(signInName)
			.keySet()
			.stream()
			.filter((id) -> !id.equals(except))
			.forEach(this.repository::deleteById);
	}

}
