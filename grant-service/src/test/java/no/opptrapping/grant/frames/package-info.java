@NullMarked
package no.opptrapping.grant.frames;

import org.jspecify.annotations.NullMarked;
