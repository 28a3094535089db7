// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.files.Uploads;
import org.cabildo.platform.imports.ImportField;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportMapping;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.Imports;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the pages of imports together; given to the controllers that extend {@link ImportDesk}. */
@Component
public class ImportPages {

    private static final int LISTED = 20;
    private static final int PROBLEMS = 100;
    private static final int CHUNK = 1000;

    private final Imports imports;
    private final Uploads uploads;
    private final ViewFactory views;

    ImportPages(Imports imports, Uploads uploads, ViewFactory views) {
        this.imports = imports;
        this.uploads = uploads;
        this.views = views;
    }

    Imports imports() {
        return imports;
    }

    View view(HttpServletRequest request) {
        return views.of(request);
    }

    String list(Desk desk, @Nullable UUID after, Map<String, String> errors, Model model) {
        View view = desk.view();
        List<ImportJob> jobs = imports.list(desk.tenant(), desk.kind().key(), after, LISTED + 1);
        boolean more = jobs.size() > LISTED;
        List<ImportJob> shown = more ? jobs.subList(0, LISTED) : jobs;
        model.addAttribute("page", Page.of(desk.title()));
        model.addAttribute("base", desk.base());
        model.addAttribute("errors", errors);
        model.addAttribute("accept", FilePurpose.TABLE.accept());
        model.addAttribute("most", uploads.limit(FilePurpose.TABLE).toBytes());
        model.addAttribute("fields", ListedField.of(desk));
        model.addAttribute("jobs", shown);
        model.addAttribute("states", new JobWords(view));
        model.addAttribute("first", after == null ? "" : view.with("despues", null));
        model.addAttribute(
                "next", more ? view.with("despues", shown.getLast().id().toString()) : "");
        return "platform/imports/list";
    }

    String mapping(Desk desk, ImportJob job, ImportMapping mapping, Map<String, String> errors, Model model) {
        page(desk, job, model);
        model.addAttribute("sheet", MappingSheet.of(desk, job, mapping));
        model.addAttribute("errors", errors);
        return "platform/imports/mapping";
    }

    String progress(Desk desk, ImportJob job, Model model) {
        page(desk, job, model);
        return "platform/imports/progress";
    }

    String report(Desk desk, ImportJob job, int number, Map<String, String> errors, Model model) {
        page(desk, job, model);
        View view = desk.view();
        int last = Math.max(1, (job.rows().problems() + PROBLEMS - 1) / PROBLEMS);
        int shown = Math.min(number, last);
        List<ImportProblem> problems = imports.problems(desk.tenant(), job.id(), (shown - 1) * PROBLEMS, PROBLEMS);
        model.addAttribute(
                "problems",
                problems.stream()
                        .map(problem -> new ListedProblem(problem, desk.words(problem)))
                        .toList());
        model.addAttribute("prev", shown > 1 ? view.with("pagina", String.valueOf(shown - 1)) : "");
        model.addAttribute("next", shown < last ? view.with("pagina", String.valueOf(shown + 1)) : "");
        model.addAttribute("place", last > 1 ? view.msg("platform.imports.pageOf", shown, last) : "");
        model.addAttribute("counts", new JobWords(view).counts(desk, job));
        model.addAttribute(
                "links", job.outcome() == null ? List.of() : desk.kind().links(view, job.outcome()));
        model.addAttribute("errors", errors);
        return "platform/imports/report";
    }

    String question(Desk desk, ImportJob job, Model model) {
        page(desk, job, model);
        return "platform/imports/cancel";
    }

    private void page(Desk desk, ImportJob job, Model model) {
        model.addAttribute("page", Page.of(job.fileName(), new Breadcrumb(desk.title(), desk.base())));
        model.addAttribute("item", desk.base() + "/" + job.id());
        model.addAttribute("base", desk.base());
        model.addAttribute("job", job);
        model.addAttribute("steps", new JobWords(desk.view()).steps(desk, job));
        model.addAttribute("states", new JobWords(desk.view()));
    }

    void template(Desk desk, HttpServletResponse response) throws IOException {
        Column[] columns = desk.fields().stream()
                .filter(field -> !field.many())
                .map(desk::label)
                .map(label -> Column.text(label, label))
                .toArray(Column[]::new);
        View view = desk.view();
        new Download(Table.of(desk.title(), view.site().zone(), columns), TabularFormat.CSV_EXCEL, desk.title())
                .writeTo(response, SafeDownload.Caching.PRIVATE, rows -> {});
    }

    void csv(Desk desk, ImportJob job, HttpServletResponse response) throws IOException {
        View view = desk.view();
        Table shape = Table.of(
                view.msg("platform.imports.report"),
                view.site().zone(),
                Column.integer("row", view.msg("platform.imports.row")),
                Column.text("column", view.msg("platform.imports.column")),
                Column.text("cell", view.msg("platform.imports.cell")),
                Column.text("problem", view.msg("platform.imports.problem")));
        new Download(shape, TabularFormat.CSV_EXCEL, job.fileName() + " - " + view.msg("platform.imports.report"))
                .writeTo(response, SafeDownload.Caching.PRIVATE, rows -> {
                    for (int after = 0; after < job.rows().problems(); after += CHUNK) {
                        for (ImportProblem problem : imports.problems(desk.tenant(), job.id(), after, CHUNK)) {
                            rows.row(problem.row(), problem.column(), problem.cell(), desk.words(problem));
                        }
                    }
                });
    }

    /** A problem in words. */
    public record ListedProblem(ImportProblem problem, String words) {}

    /** A field, as the page that asks for the file explains it. */
    public record ListedField(String label, String hint, boolean needed) {

        static List<ListedField> of(Desk desk) {
            List<ListedField> listed = new ArrayList<>();
            for (ImportField field : desk.fields()) {
                listed.add(new ListedField(
                        desk.label(field), desk.hint(field), field.need() != ImportField.Need.OPTIONAL));
            }
            return listed;
        }
    }
}
