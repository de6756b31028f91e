// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/databasesection.h"

#include "store/databasesize.h"
#include "store/reader.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/shell/backupflow.h"
#include "ui/text/format.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

DatabaseSection::DatabaseSection(const Backend &backend, QWidget *parent) : QWidget(parent), backend_(backend)
{
    auto *notice = new NoticeBar(this);
    flow_ = new BackupFlow(backend_, *notice, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(8);
    layout->addWidget(buildPlace());
    layout->addWidget(buildDeeds());
    layout->addWidget(notice);
}

QWidget *DatabaseSection::buildPlace()
{
    const store::Location &location = backend_.writer->location();
    auto *place = new QWidget(this);
    auto *where = new CopyButton(tr("Copy where the database is"), place);
    where->setContent(location.display(), true);
    size_ = new Label({}, TextSize::Body, Role::Muted, place);
    auto *layout = new QHBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(where);
    layout->addWidget(size_);
    layout->addStretch();
    if (location.backend == store::Backend::Sqlite) {
        auto *folder = new QPushButton(icon(u"folder"_s), tr("Show folder"), place);
        setButtonKind(*folder, ButtonKind::Quiet);
        connect(folder, &QPushButton::clicked, this, [file = location.file] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
        });
        layout->addWidget(folder);
    }
    return place;
}

QWidget *DatabaseSection::buildDeeds()
{
    auto *deeds = new QWidget(this);
    auto *backup = new QPushButton(icon(u"backup"_s), tr("Back up…"), deeds);
    auto *restore = new QPushButton(icon(u"restore"_s), tr("Restore a backup…"), deeds);
    connect(backup, &QPushButton::clicked, flow_, &BackupFlow::startBackup);
    connect(restore, &QPushButton::clicked, flow_, &BackupFlow::startRestore);
    auto *layout = new QHBoxLayout(deeds);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(backup);
    layout->addWidget(restore);
    layout->addStretch();
    return deeds;
}

void DatabaseSection::refresh()
{
    backend_.reader->read([](store::Database &db) { return store::databaseBytes(db); })
        | answerTo(this, [this](const store::Outcome<qint64> &bytes) {
              size_->setText(bytes ? format::bytes(*bytes) : storeWords(bytes.error()).what);
          });
}

} // namespace ui
