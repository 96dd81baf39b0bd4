package org.backwise.intake;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** Withdrawals in the database. */
interface StoredWithdrawals extends JpaRepository<StoredWithdrawal, UUID> {

}
