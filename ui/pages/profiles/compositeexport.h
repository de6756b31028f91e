// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/picture.h"
#include "store/compositecomparison.h"
#include "store/error.h"
#include "ui/backend.h"
#include "ui/exchange/filework.h"

namespace ui {

class NoticeBar;

struct ExportFormat {
    QLatin1StringView name; ///< and the end of the file's name
    QString (*title)(); ///< "PDF, to hand over"
};
const QList<ExportFormat> &exportFormats();

/// What of which station goes into the file.
struct CompositeExportOrder {
    QString station{};
    int connector = 0;
    bool isOfAll = false; ///< connectors, instead of that one
    store::CompositeWish wish{};
    QString format{};
};

/// Writes what is known of limits into a file: read connector by connector, drawn and written on a thread of the pool.
/// A notice tells how far it is, with Cancel, and what became of it. GUI thread.
class CompositeExport : public FileWork {
    Q_OBJECT
public:
    /// Both outlive the export.
    CompositeExport(const Backend &backend, NoticeBar &notice, QObject *parent);

    /// Asks where to, then writes. Nothing happens while an export runs.
    void start(const CompositeExportOrder &order);
    [[nodiscard]] bool isRunning() const override { return isRunning_; }

private:
    struct Part;
    void run(const QString &path);
    void readNext();
    void take(const Part &part);
    void write();
    void finish(const QString &trouble);
    void cancel();
    void press();

    Backend backend_;
    NoticeBar &notice_;
    CompositeExportOrder order_;
    QString path_;
    QList<plot::CompositePicture> pictures_;
    QList<store::CompositeComparison> comparisons_;
    int connectors_ = 1;
    int next_ = 0; ///< connector to be read
    int run_ = 0; ///< answers to an export that was cancelled are dropped
    bool isRunning_ = false;
    bool mayOpen_ = false;
};

} // namespace ui
