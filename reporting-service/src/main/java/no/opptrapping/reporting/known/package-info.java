/** What the service has heard on the topics of other services, kept as the few fields that it needs. */
@NullMarked
package no.opptrapping.reporting.known;

import org.jspecify.annotations.NullMarked;
