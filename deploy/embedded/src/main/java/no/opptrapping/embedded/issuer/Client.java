package no.opptrapping.embedded.issuer;

import com.nimbusds.jose.jwk.JWK;

/**
 * A client that signs its own requests (Maskinporten's way in).
 *
 * @param id client id
 * @param organisation organisation number of the client's owner, nine digits
 * @param publicKey by which its signatures are checked
 */
public record Client(String id, String organisation, JWK publicKey) {
    public Client {
        if (publicKey.isPrivate()) {
            throw new IllegalArgumentException("The issuer keeps public keys only");
        }
    }
}
