/**
 * Frames (rammer): what each county governor's office may award of a scheme's year under authority to charge
 * (belastningsfullmakt), divided and revised by two persons at the Directorate.
 */
@NullMarked
package no.opptrapping.grant.frames;

import org.jspecify.annotations.NullMarked;
