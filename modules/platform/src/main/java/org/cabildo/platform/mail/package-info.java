// SPDX-License-Identifier: Apache-2.0
/** Mail: queued with the change that causes it, sent by a job, tried again, and shown to operators when it fails. */
@NullMarked
package org.cabildo.platform.mail;

import org.jspecify.annotations.NullMarked;
