using System.Text.Json.Nodes;

namespace BillingBot.Tests.Providers;

/// <summary>Subscription resources in the form of the documentation's examples.</summary>
internal static class DocumentedSubscription
{
    public static JsonObject NewCommerce() => Parse("""
        {
          "id": "83ef9d05-4169-4ef9-9657-0e86b1eab1de",
          "offerId": "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
          "offerName": "Microsoft 365 Business Basic",
          "friendlyName": "Contoso 東京 ☁",
          "productType": { "id": "OnlineServicesNCE", "displayName": "OnlineServicesNCE" },
          "quantity": 25,
          "unitType": "Licenses",
          "hasPurchasableAddons": false,
          "creationDate": "2026-01-14T16:57:15.0966728Z",
          "effectiveStartDate": "2026-01-14T16:57:14.498252Z",
          "commitmentEndDate": "2027-01-13T00:00:00Z",
          "status": "active",
          "autoRenewEnabled": true,
          "isTrial": false,
          "billingType": "license",
          "billingCycle": "monthly",
          "termDuration": "P1Y",
          "isMicrosoftProduct": true,
          "contractType": "subscription",
          "links": { "self": { "uri": "/customers/x/subscriptions/y", "method": "GET", "headers": [] } },
          "orderId": "a1b2c3d4e5f6",
          "attributes": { "etag": "", "objectType": "Subscription" }
        }
        """);

    /// <summary>In the older examples names start with a capital.</summary>
    public static JsonObject Legacy() => Parse("""
        {
          "Id": "83ef9d05-4169-4ef9-9657-0e86b1eab1de",
          "OfferId": "031C9E47-4802-4248-838E-778FB1D2CC05",
          "OfferName": "Office 365 Business Essentials",
          "FriendlyName": null,
          "Quantity": 2,
          "CommitmentEndDate": "2016-12-12T08:00:00Z",
          "Status": "Suspended",
          "AutoRenewEnabled": false,
          "BillingType": "license",
          "OrderId": "6183db3d-6318-4e52-877e-25806e4971be",
          "Attributes": { "Etag": "W/\"1\"", "ObjectType": "Subscription" }
        }
        """);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
