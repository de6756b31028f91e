// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/qrcode.h"

#include "ui/theme/strokes.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace ui {
namespace {

constexpr int quietZone = 4; // ISO 18004, 7.3.8: four modules on each side

} // namespace

QrCode::QrCode(QWidget *parent) : QWidget(parent)
{
    setFixedSize(176, 176);
}

void QrCode::present(const QString &text, const QString &accessibleName)
{
    setAccessibleName(accessibleName);
    extent_ = 0;
    modules_.clear();
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        bytes.isEmpty() ? nullptr : QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (code) {
        extent_ = code->width;
        modules_.resize(qsizetype{extent_} * extent_);
        for (int i = 0; i < extent_ * extent_; ++i)
            modules_.setBit(i, code->data[i] & 1); // the lowest bit says dark, the others why
    }
    update();
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (extent_ == 0)
        return;
    QPainter painter(this);
    strokes::box(painter, rect(), 8, Qt::white, Palette::current().color(Role::Hairline));
    // Whole device pixels, or some modules would be wider than others.
    const double ratio = devicePixelRatioF();
    const double module = int(width() * ratio / (extent_ + 2 * quietZone)) / ratio;
    const double corner = int((width() - module * extent_) / 2 * ratio) / ratio;
    for (int row = 0; row < extent_; ++row) {
        for (int column = 0; column < extent_; ++column) {
            if (isDark(column, row))
                painter.fillRect(QRectF(corner + column * module, corner + row * module, module, module), Qt::black);
        }
    }
}

} // namespace ui
