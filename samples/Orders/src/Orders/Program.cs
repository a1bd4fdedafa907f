using System.Globalization;
using Orders;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Processes the orders of a CSV file, or those of a built-in example.
return await Shop.RunAsync(args.FirstOrDefault(), Console.Out, Console.Error);
