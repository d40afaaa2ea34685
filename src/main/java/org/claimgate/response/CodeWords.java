package org.claimgate.response;

import org.claimgate.guide.Guides;

/** What the codes of a claim status mean, by the lists of mappings/codes/. */
final class CodeWords {

    private static final String ENTITY = "Entity";

    private final Guides guides;

    CodeWords(Guides guides) {
        this.guides = guides;
    }

    boolean knowStatus(String code) {
        return !guides.meaning("claim-status", code).isEmpty();
    }

    boolean knowEntity(String code) {
        return !guides.meaning("entity-identifier", code).isEmpty();
    }

    String category(String code) {
        return meaning("claim-status-category", code);
    }

    String entity(String code) {
        return meaning("entity-identifier", code);
    }

    /** The entity of a status takes its place in the words: {@code Billing provider's NPI}. */
    String status(String code, String entity) {
        String words = meaning("claim-status", code);
        if (entity.isEmpty()) {
            return words;
        }
        return words.startsWith(ENTITY)
                ? entity(entity) + words.substring(ENTITY.length())
                : words + " (" + entity(entity) + ")";
    }

    private String meaning(String list, String code) {
        String meaning = guides.meaning(list, code);
        return meaning.isEmpty() ? "code " + code : meaning;
    }
}
