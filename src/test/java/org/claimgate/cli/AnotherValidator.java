package org.claimgate.cli;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** StAEDI, which has read nothing of ours. */
final class AnotherValidator {

    private AnotherValidator() {}

    /** What it says of the envelopes of a text: nothing, if they are sound. */
    static List<String> errors(String text) throws IOException, EDIStreamException, EDISchemaException {
        List<String> errors = new ArrayList<>();
        Schema control = SchemaFactory.newFactory().getControlSchema("X12", new String[] {"00501"});
        try (EDIStreamReader reader = EDIInputFactory.newFactory()
                .createEDIStreamReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            boolean first = true;
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_INTERCHANGE && first) {
                    reader.setControlSchema(control);
                    first = false;
                } else if (event.isError()) {
                    errors.add(event + " " + reader.getLocation());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return errors;
    }
}
