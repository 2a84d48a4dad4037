package no.opptrapping.grant.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which batch of payments. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record PaymentBatchId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentBatchId {}

    /** A new identity. */
    public static PaymentBatchId random() {
        return new PaymentBatchId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
