/** The assessment queue: what each case waits for and whom, and acts over a selection of it. */
@NullMarked
package no.opptrapping.grant.queue;

import org.jspecify.annotations.NullMarked;
