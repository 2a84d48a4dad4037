/** Applications (søknader) of municipalities: drafted, submitted when every rule holds, withdrawn, decided. */
@NullMarked
package no.opptrapping.grant.applications;

import org.jspecify.annotations.NullMarked;
