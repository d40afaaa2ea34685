package org.claimgate.flow;

import java.time.Instant;
import java.util.Map;

/** What is known of the queues that others read. */
@FunctionalInterface
public interface QueueAges {

    /** Since when the first message of each queue has been there, by the name of the queue; empty queues are left out. */
    Map<String, Instant> oldest();
}
