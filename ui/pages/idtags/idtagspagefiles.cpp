// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that a person reads into the page, and writes from it.
#include "ui/pages/idtags/idtagspage.h"

#include "ui/exchange/csvexport.h"
#include "ui/exchange/onpool.h"
#include "ui/models/answerto.h"
#include "ui/pages/idtags/importview.h"
#include "ui/pages/idtags/tagsource.h"
#include "ui/pages/idtags/tagtable.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"

#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Nobody has so many cards; a film picked by mistake is refused before it fills the memory.
constexpr qint64 mostBytes = 32LL * 1024 * 1024;

TagFile readTags(const QString &path)
{
    QFile file(path);
    TagFile result;
    if (!file.open(QIODevice::ReadOnly))
        result.trouble = IdTagsPage::tr("It cannot be read: %1.").arg(file.errorString());
    else if (file.size() > mostBytes)
        result.trouble = IdTagsPage::tr("It is too large to be a list of tags.");
    else
        result = readTagFile(file.readAll());
    return result;
}

} // namespace

void IdTagsPage::startImport()
{
    modal::chooseFile(window(),
                      {modal::FileRequest::Kind::Open, tr("Import tags from"), {}, tr("Tables (*.csv *.txt)")},
                      [this](const QString &path) { readFile(path); });
}

void IdTagsPage::readFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    import_->setEnabled(false);
    onPool([path] { return readTags(path); }) | answerTo(this, [this, name](const TagFile &file) {
        import_->setEnabled(true);
        if (!file.trouble.isEmpty()) {
            done_->present(u"warning"_s, Role::Fault, tr("%1 was not imported. %2").arg(name, file.trouble));
            return;
        }
        split_->closeDetail();
        done_->dismiss();
        importing_->begin(name, file, {known(), source_->stations()});
        content_->setCurrentIndex(Import);
    });
}

void IdTagsPage::startExport()
{
    exporter_->start(tagTable(source_->model().rows().size()), tr("tags"));
    export_->setEnabled(!exporter_->isRunning());
}

} // namespace ui
