package org.backwise.staff;

/**
 * What stands around every page of the desk.
 *
 * @param member who is signed in
 * @param path the page's path, to mark it in the navigation
 * @param idleSeconds after how many seconds without a request the session ends
 */
record DeskFrame(StaffMember member, String path, long idleSeconds) {

	/** Whether a link of the navigation leads to this page or to one above it. */
	public boolean isAt(String link) {
		return this.path.equals(link) || (!link.equals("/desk") && this.path.startsWith(link + "/"));
	}

}
