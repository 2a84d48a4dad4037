package no.opptrapping.grant.claims;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which line of the bank that money came with. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record BankCreditId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BankCreditId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
