/** Where changes of frames are kept, and what they are held against. */
@NullMarked
package no.opptrapping.grant.frames.db;

import org.jspecify.annotations.NullMarked;
