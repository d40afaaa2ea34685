package org.claimgate.ledger;

import java.time.Instant;
import org.claimgate.response.AwaitedAnswer;

/** An answer that a partner owes to an interchange of claims, and when it is overdue. */
public record ExpectedAnswer(StoredInterchange interchange, AwaitedAnswer answer, Instant dueAt) {}
