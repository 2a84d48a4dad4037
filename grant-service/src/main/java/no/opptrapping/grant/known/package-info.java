/** What grant-service has heard from the topics of others: municipalities over time and indicators. */
@NullMarked
package no.opptrapping.grant.known;

import org.jspecify.annotations.NullMarked;
