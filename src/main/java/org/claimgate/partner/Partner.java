package org.claimgate.partner;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/**
 * A trading partner: a clearinghouse or payer that takes claims on an SFTP drop point and answers there.
 *
 * @param id file name without {@code .yaml}; letters, digits and hyphens; stands in file names, metrics and message properties
 * @param name for people
 * @param sender who we are to the partner (ISA05, ISA06, GS02)
 * @param receiver who the partner is (ISA07, ISA08, GS03)
 * @param submitterIdentification 1000A NM109, for claims that do not give their own
 * @param receiverIdentification 1000B NM109, for claims that do not give their own
 * @param receiverName 1000B NM103, for claims that do not give their own
 * @param usageIndicator ISA15 of claims that do not give their own: P or T
 * @param format how interchanges to the partner are written
 * @param sftp where files go and come from
 * @param fileName template of outgoing file names, see {@link #fileName(String, String, String, LocalDateTime)}
 * @param batch when waiting claims become an interchange
 * @param acknowledge what it gets for its files; null for nothing
 * @param deadlines how long its answers may take; null where none is waited for
 * @param payers payer ids (tradingPartnerServiceId) that it serves; {@code *} serves all that no other partner names
 * @param edits what it wants of the edits of claims
 */
public record Partner(
        String id,
        String name,
        Identity sender,
        Identity receiver,
        String submitterIdentification,
        String receiverIdentification,
        String receiverName,
        String usageIndicator,
        Format format,
        SftpAccount sftp,
        String fileName,
        Batch batch,
        Acknowledge acknowledge,
        AnswerDeadlines deadlines,
        List<String> payers,
        EditChoices edits) {

    /** The payer id that stands for every payer that no partner names. */
    public static final String ANY_PAYER = "*";

    static final Set<String> FILE_NAME_FIELDS = Set.of("partner", "isa13", "type", "usage", "date", "time");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    public Partner {
        payers = List.copyOf(payers);
    }

    /** One party of the envelope: ISA qualifier and identifier, and the identifier of the functional group (GS02, GS03). */
    public record Identity(String qualifier, String id, String applicationId) {}

    /**
     * How interchanges are written.
     *
     * @param lineBreak behind every terminator: "", "\n" or "\r\n"
     * @param replacement stands in for a delimiter inside data; null refuses such data
     */
    public record Format(
            char element, char repetition, char component, char terminator, String lineBreak, Character replacement) {}

    /** Waiting claims become an interchange when there are so many of them or when the oldest has waited so long. */
    public record Batch(int maximumClaims, Duration maximumAge) {}

    /** When an acknowledgment is sent. */
    public enum When {
        /** Where the received interchange asks for it, or has faults. */
        ASKED,
        /** Where something was not plainly accepted. */
        ERRORS,
        ALWAYS,
        NEVER
    }

    /**
     * What the partner gets for its 835, 277 and 277CA files.
     *
     * @param interchanges TA1: ASKED, ALWAYS or NEVER
     * @param groups 999: ALWAYS, ERRORS or NEVER
     * @param strictness from which level on an error rejects a set: ELEMENT, SEGMENT or SET
     * @param reusesControlNumbers whether it uses an ISA13 again, so that a number that comes again says nothing
     */
    public record Acknowledge(When interchanges, When groups, String strictness, boolean reusesControlNumbers) {}

    public boolean serves(String payer) {
        return payers.contains(payer);
    }

    /**
     * The name of an outgoing file: the template with {@code {partner}}, {@code {isa13}}, {@code {type}} (837P, 837I, TA1, 999),
     * {@code {usage}}, {@code {date}} (yyyyMMdd) and {@code {time}} (HHmmss) filled in. Letters, digits, dot, hyphen and
     * underscore only.
     */
    public String fileName(String isa13, String type, String usage, LocalDateTime at) {
        return fileName.replace("{partner}", id)
                .replace("{isa13}", isa13)
                .replace("{type}", type)
                .replace("{usage}", usage)
                .replace("{date}", DATE.format(at))
                .replace("{time}", TIME.format(at));
    }
}
