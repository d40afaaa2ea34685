package org.claimgate.claim.edit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a check is about. Places are written as ids: loop, element and a number, such as {@code 2300.CLM02.010},
 * {@code 2300.CLM05-3.010}, {@code 2300.REF-F8.010} for the value of a segment that its qualifier tells apart. A check that looks
 * at several loops writes {@code *} for the loop's id, entity code or pointer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rule {

    /** The place in both guides. */
    String id() default "";

    /** The place in the professional guide, where the two differ or only this one has it. */
    String professional() default "";

    /** The place in the institutional guide. */
    String institutional() default "";

    /** The loops that {@code *} stands for; without any, those of all providers. */
    ClaimLoop[] in() default {};

    Snip snip();

    Severity severity() default Severity.REJECT;

    /** Of which claims an edit that rejects only warns; empty for none. */
    String doubt() default "";

    /** Category, status and entity of a 277CA that says the same: {@code A7:562:85}, several for a composite of several. */
    String[] status();

    /**
     * JSON pointers of the fields it speaks of, in the canonical claim; {@code *} stands for an index as well, {@code …} for any
     * fields between, {@code {service}} for {@code professionalService} or {@code institutionalService}.
     */
    String[] field();

    /** What was expected; {@code %s} for what only the claim tells. */
    String message();

    /** What to do; empty where the message says it. */
    String fix() default "";

    /** Who says so. */
    String source();

    /**
     * Whether it holds for a claim that came as X12 as well. Not where the reader of the guide says the same, or where it only
     * holds before sending.
     */
    boolean received() default true;
}
