// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.imports.ImportMapping;
import org.cabildo.platform.tabular.TableSample;

/** A file that somebody wants to import, as it was stored and understood so far. */
record NewImport(String kind, String name, long bytes, FileKey key, TableSample sample, ImportMapping mapping) {}
