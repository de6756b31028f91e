// SPDX-License-Identifier: GPL-3.0-or-later
// What of a drawing goes into the library and into files, and comes from there.
#include "ui/pages/schedules/schedulespage.h"

#include "ui/pages/profiles/profiledeeds.h"
#include "ui/pages/schedules/drawnlayers.h"
#include "ui/pages/schedules/scheduledocument.h"
#include "ui/pages/schedules/schedulefile.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 largestFile = qint64{4} * 1024 * 1024;

} // namespace

/// It would be several profiles of one level, and of those a station keeps the last (3.13.2).
bool SchedulesPage::refuseGaps(const Layer &layer)
{
    const bool hasSeveral = layer.plan && layer.plan->pieces() > 1;
    if (hasSeveral)
        notice_->present(
            u"warning"_s, Role::Fault,
            tr("%1 has several gaps: one profile can be silent only once. Fill them first.").arg(layer.name));
    return hasSeveral;
}

void SchedulesPage::saveLayer()
{
    const Layer *layer = document_->selected();
    if (layer && layer->plan && !refuseGaps(*layer))
        deeds_->save(layer->name, libraryJson(*layer, document_->thisWeek()), {});
}

void SchedulesPage::importFile()
{
    modal::chooseFile(this, {modal::FileRequest::Kind::Open, tr("Import charging profiles"), {}, tr("JSON (*.json)")},
                      [this](const QString &path) {
                          QFile file(path);
                          if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
                              notice_->present(u"warning"_s, Role::Fault,
                                               tr("%1 cannot be read: %2").arg(path, file.errorString()));
                              return;
                          }
                          const QString name = QFileInfo(path).completeBaseName();
                          const auto layers = layersOfFile(file.readAll(), name, document_->week());
                          if (!layers) {
                              notice_->present(u"warning"_s, Role::Fault,
                                               tr("%1 holds no charging profiles.").arg(QFileInfo(path).fileName()));
                              notice_->presentDetail(layers.error());
                              return;
                          }
                          document_->addAll(*layers, tr("Import"));
                          notice_->present(u"check"_s, Role::Good,
                                           tr("%n profile(s) from %1", nullptr, int(layers->size())).arg(name));
                      });
}

void SchedulesPage::exportFile()
{
    const QList<Layer> drawn = document_->drawn();
    if (std::ranges::any_of(drawn, [this](const Layer &layer) { return refuseGaps(layer); }))
        return;
    modal::chooseFile(
        this, {modal::FileRequest::Kind::Save, tr("Export charging profiles"), u"profiles.json"_s, tr("JSON (*.json)")},
        [this, drawn](const QString &path) {
            QSaveFile file(path);
            const QByteArray json = fileJson(drawn, std::max(1, document_->place().connector), document_->thisWeek());
            const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
            if (isWritten)
                notice_->present(u"check"_s, Role::Good, tr("Written to %1").arg(path));
            else
                notice_->present(u"warning"_s, Role::Fault,
                                 tr("%1 cannot be written: %2").arg(path, file.errorString()));
        });
}

} // namespace ui
