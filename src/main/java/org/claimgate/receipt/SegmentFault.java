package org.claimgate.receipt;

import java.util.List;

/**
 * One IK3 with its IK4s.
 *
 * @param segment IK301
 * @param position in the set, ST being 1 (IK302)
 * @param loop IK303; empty outside loops
 * @param code IK304; 8 where elements are wrong
 * @param trigger what else is there and makes it wrong; null for nothing
 * @param unit what a CTX names; null for none
 */
record SegmentFault(
        String segment,
        int position,
        String loop,
        String code,
        Trigger trigger,
        BusinessUnit unit,
        List<ElementFault> elements) {

    /**
     * One IK4.
     *
     * @param element position of the element, from 1
     * @param component position of the component, from 1; 0 for a simple element
     * @param repetition which repetition of the element, from 1; 0 for one that does not repeat
     * @param dataElement IK402; empty where there is none
     * @param code IK403
     * @param value IK404; null where there is nothing that can be repeated
     * @param trigger what else is there and makes it wrong; null for nothing
     */
    record ElementFault(
            int element,
            int component,
            int repetition,
            String dataElement,
            String code,
            String value,
            Trigger trigger) {}
}
