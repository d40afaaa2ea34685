package org.claimgate.response;

import org.claimgate.guide.Guides;

/** What the codes of a claim status mean, by the lists of mappings/codes/. */
final class CodeWords {

    private static final String STATUSES = "claim-status";
    private static final String ENTITIES = "entity-identifier";

    /** Stands for the party in the words of many statuses. */
    private static final String ENTITY = "Entity";

    private final Guides guides;

    CodeWords(Guides guides) {
        this.guides = guides;
    }

    boolean knowStatus(String code) {
        return guides.meanings(STATUSES).containsKey(code);
    }

    boolean knowEntity(String code) {
        return guides.meanings(ENTITIES).containsKey(code);
    }

    String category(String code) {
        return meaning("claim-status-category", code);
    }

    String entity(String code) {
        return meaning(ENTITIES, code);
    }

    /** The entity of a status takes its place in the words: {@code Billing provider's NPI}. */
    String status(String code, String entity) {
        String words = meaning(STATUSES, code);
        if (entity.isEmpty()) {
            return words;
        }
        return words.startsWith(ENTITY)
                ? entity(entity) + words.substring(ENTITY.length())
                : words + " (" + entity(entity) + ")";
    }

    private String meaning(String list, String code) {
        return guides.meanings(list).getOrDefault(code, "code " + code);
    }
}
