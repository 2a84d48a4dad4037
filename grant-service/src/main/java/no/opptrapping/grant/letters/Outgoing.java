package no.opptrapping.grant.letters;

import java.util.Optional;
import no.opptrapping.platform.register.KnownMunicipality;

/**
 * A letter that is to reach a municipality.
 *
 * @param to the municipality of today that it is for; empty when nobody bears the recipient's duties
 * @param reference what the channel knows it by; empty until it is sent
 * @param attempts how many times it has failed to be sent, or to be asked about, in a row
 */
public record Outgoing(Letter letter, Optional<KnownMunicipality> to, Optional<String> reference, int attempts) {}
