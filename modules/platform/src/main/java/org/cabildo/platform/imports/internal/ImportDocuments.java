// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import java.util.List;
import java.util.Optional;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportMapping;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.ImportState;
import org.cabildo.platform.imports.Outcome;
import org.cabildo.platform.internal.jooq.tables.records.ImportJobRecord;
import org.cabildo.platform.internal.jooq.tables.records.ImportProblemRecord;
import org.cabildo.platform.tabular.TableSample;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What of an import is kept as documents. */
@Component
class ImportDocuments {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    String write(Object document) {
        return JSON.writeValueAsString(document);
    }

    ImportJob job(ImportJobRecord row) {
        return new ImportJob(
                row.getId(),
                row.getKind(),
                ImportState.of(row.getState()),
                row.getFileName(),
                row.getFileBytes(),
                JSON.readValue(row.getSample(), TableSample.class),
                JSON.readValue(row.getMapping(), ImportMapping.class),
                row.getSkipBad(),
                new ImportJob.Rows(
                        row.getRowsTotal(),
                        row.getRowsRead(),
                        row.getRowsBad(),
                        row.getRowsWritten(),
                        row.getProblems()),
                Optional.ofNullable(row.getOutcome())
                        .map(document -> JSON.readValue(document, Outcome.class))
                        .orElse(null),
                Optional.ofNullable(row.getFailure())
                        .map(document -> JSON.readValue(document, ImportJob.Failure.class))
                        .orElse(null),
                row.getActorName(),
                row.getCreatedAt(),
                row.getChangedAt(),
                row.getFinishedAt());
    }

    ImportProblem problem(ImportProblemRecord row) {
        return new ImportProblem(
                row.getRowNumber(),
                row.getColumnName(),
                row.getCell(),
                row.getMessage(),
                JSON.readValue(row.getArguments(), TEXTS));
    }

    ImportProblemRecord record(ImportProblem problem) {
        ImportProblemRecord row = new ImportProblemRecord();
        row.setRowNumber(problem.row());
        row.setColumnName(problem.column());
        row.setCell(problem.cell());
        row.setMessage(problem.message());
        row.setArguments(write(problem.arguments()));
        return row;
    }
}
