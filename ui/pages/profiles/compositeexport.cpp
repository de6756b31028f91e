// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/compositeexport.h"

#include "charging/compositetext.h"
#include "plot/picturefile.h"
#include "store/clock.h"
#include "store/reader.h"
#include "ui/exchange/onpool.h"
#include "ui/models/answerto.h"
#include "ui/pages/profiles/comparisonpicture.h"
#include "ui/text/format.h"
#include "ui/text/plotwords.h"
#include "ui/text/storewords.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

QString suggestedPath(const CompositeExportOrder &order)
{
    static const QRegularExpression notInFileNames(u"[^\\w.-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString place = order.isOfAll ? CompositeExport::tr("all") : QString::number(order.connector);
    const QString name = u"%1-%2-%3-%4.%5"_s.arg(CompositeExport::tr("limits"), order.station, place,
                                                 QDate::currentDate().toString(Qt::ISODate), order.format);
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return documents.filePath(QString(name).replace(notInFileNames, u"-"_s));
}

QList<charging::ConnectorComposite> compositesOf(const QList<store::CompositeComparison> &comparisons)
{
    QList<charging::ConnectorComposite> composites;
    for (const store::CompositeComparison &one : comparisons)
        composites.append({one.connector, one.installed.composite, one.installed.profiles});
    return composites;
}

tl::expected<QByteArray, QString> contentOf(const CompositeExportOrder &order,
                                            const QList<plot::CompositePicture> &pictures,
                                            const QList<store::CompositeComparison> &comparisons,
                                            const plot::Words &words)
{
    const auto composites = compositesOf(comparisons);
    if (order.format == "csv"_L1)
        return charging::toCsv(composites);
    if (order.format == "json"_L1)
        return QJsonDocument(charging::toJson(composites)).toJson();
    return plot::fileOf(*plot::formatNamed(order.format), pictures, {{}, {}, words});
}

/// What went wrong; empty: nothing.
QString written(const QByteArray &content, const QString &path)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    return isWritten ? QString() : file.errorString();
}

} // namespace

struct CompositeExport::Part {
    int connectors = 1;
    std::optional<store::CompositeComparison> comparison;
    plot::CompositePicture picture{};
};

const QList<ExportFormat> &exportFormats()
{
    static const QList<ExportFormat> formats{
        {"pdf"_L1, [] { return CompositeExport::tr("PDF, to hand over"); }},
        {"png"_L1, [] { return CompositeExport::tr("PNG, a picture"); }},
        {"svg"_L1, [] { return CompositeExport::tr("SVG, a drawing"); }},
        {"xlsx"_L1, [] { return CompositeExport::tr("XLSX, a workbook"); }},
        {"csv"_L1, [] { return CompositeExport::tr("CSV, a table"); }},
        {"json"_L1, [] { return CompositeExport::tr("JSON, for programs"); }},
    };
    return formats;
}

CompositeExport::CompositeExport(const Backend &backend, NoticeBar &notice, QObject *parent)
    : FileWork(parent), backend_(backend), notice_(notice)
{
    connect(&notice_, &NoticeBar::firstRequested, this, &CompositeExport::press);
}

void CompositeExport::press()
{
    if (isRunning_)
        cancel();
    else if (mayOpen_)
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path_).path()));
}

void CompositeExport::start(const CompositeExportOrder &order)
{
    if (isRunning_)
        return;
    modal::chooseFile(notice_.window(),
                      {modal::FileRequest::Kind::Save, tr("Export to"), suggestedPath(order),
                       u"%1 (*.%2)"_s.arg(order.format.toUpper(), order.format)},
                      [this, order](const QString &path) {
                          if (isRunning_)
                              return;
                          order_ = order;
                          run(path);
                      });
}

void CompositeExport::run(const QString &path)
{
    path_ = QFileInfo(path).suffix().isEmpty() ? u"%1.%2"_s.arg(path, order_.format) : path;
    pictures_.clear();
    comparisons_.clear();
    ++run_;
    isRunning_ = true;
    mayOpen_ = false;
    connectors_ = 1;
    next_ = order_.isOfAll ? 1 : order_.connector;
    notice_.present(u"export"_s, Role::Accent, tr("Exporting to %1").arg(QDir::toNativeSeparators(path_)));
    notice_.presentActions(tr("Cancel"));
    readNext();
}

void CompositeExport::readNext()
{
    notice_.presentProgress(order_.isOfAll ? int(comparisons_.size()) * 100 / connectors_ : -1);
    const auto work = [order = order_, connector = next_, reasons = reasonWords()](store::Database &db) {
        store::CompositeWish wish = order.wish;
        wish.connector = connector;
        Part part{store::knownConnectors(db, order.station), store::comparisonOf(db, order.station, wish)};
        if (part.comparison)
            part.picture = pictureOf(*part.comparison, store::now(), reasons);
        return part;
    };
    backend_.reader->read(work) | answerTo(this, [this, run = run_](const store::Outcome<Part> &part) {
        if (run != run_ || !isRunning_)
            return;
        if (part)
            take(*part);
        else
            finish(storeWords(part.error()).sentence());
    });
}

void CompositeExport::take(const Part &part)
{
    if (!part.comparison)
        return finish(tr("The station or the connector is no longer there."));
    connectors_ = part.connectors;
    comparisons_.append(*part.comparison);
    pictures_.append(part.picture);
    if (order_.isOfAll && next_++ < connectors_)
        readNext();
    else
        write();
}

void CompositeExport::write()
{
    const auto work = [order = order_, pictures = pictures_, comparisons = comparisons_, path = path_,
                       words = plotWords()]() -> QString {
        const auto content = contentOf(order, pictures, comparisons, words);
        return content ? written(*content, path) : content.error();
    };
    onPool(work) | answerTo(this, [this, run = run_](const QString &trouble) {
        if (run == run_ && isRunning_)
            finish(trouble);
    });
}

void CompositeExport::finish(const QString &trouble)
{
    isRunning_ = false;
    const QString file = QDir::toNativeSeparators(path_);
    if (!trouble.isEmpty()) {
        notice_.present(u"warning"_s, Role::Fault, tr("The export to %1 has stopped: %2").arg(file, trouble));
        return;
    }
    mayOpen_ = true;
    notice_.present(u"check"_s, Role::Good,
                    tr("Exported to %1 (%2).").arg(file, format::bytes(QFileInfo(path_).size())));
    notice_.presentActions(tr("Show in folder"));
}

void CompositeExport::cancel()
{
    ++run_;
    isRunning_ = false;
    notice_.present(u"info"_s, Role::Accent, tr("The export was cancelled."));
}

} // namespace ui
