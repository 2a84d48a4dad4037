package no.opptrapping.platform.idempotency;

import java.util.Optional;

/**
 * What has become of a thing since a request made or moved it. A request that is repeated after the thing has moved on is
 * answered with the thing as it is, not with what it was then.
 */
public interface AsItIsNow {
    /**
     * A thing as the caller may read it now.
     *
     * @param tag its {@code ETag}
     * @param entity as the API shows it
     */
    record Now(String tag, Object entity) {}

    /**
     * The thing at an address.
     *
     * @param location the path of {@code Location}, for example {@code /v1/applications/0195c0de-...}
     * @return empty for what is of another kind, or what the caller may not read any more
     */
    Optional<Now> at(String location);
}
