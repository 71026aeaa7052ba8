from bot.wires import profile
