// Made by `npm run generate` from src/connector/models.ts with fast-json-stringify. Not to be edited.
import Serializer from "fast-json-stringify/lib/serializer.js";

const serializer = new Serializer();

export const writers = {
  "TriggerBatchResponse[TweetModel]": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous3 (obj) {
      // "#/properties/value/items/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/value/items/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/value/items/properties/UserMentions/items"
      function anonymous5 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_15 = obj["Id"]
      if (value_Id_15 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_15)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_16 = obj["FullName"]
      if (value_FullName_16 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_16 !== 'string') {
          if (value_FullName_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_16.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_16 instanceof RegExp) {
            json += asString(value_FullName_16.source)
          } else {
            json += asString(value_FullName_16.toString())
          }
        } else {
          json += asString(value_FullName_16)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_17 = obj["UserName"]
      if (value_UserName_17 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_17 !== 'string') {
          if (value_UserName_17 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_17 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_17.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_17 instanceof RegExp) {
            json += asString(value_UserName_17.source)
          } else {
            json += asString(value_UserName_17.toString())
          }
        } else {
          json += asString(value_UserName_17)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous4 (obj) {
      // "#/properties/value/items/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/value/items/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous5(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous5(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

    function anonymous7 (obj) {
      // "#/properties/value/items/properties/OriginalTweet/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/value/items/properties/OriginalTweet/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/value/items/properties/OriginalTweet/properties/UserMentions/items"
      function anonymous9 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_32 = obj["Id"]
      if (value_Id_32 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_32)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_33 = obj["FullName"]
      if (value_FullName_33 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_33 !== 'string') {
          if (value_FullName_33 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_33 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_33.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_33 instanceof RegExp) {
            json += asString(value_FullName_33.source)
          } else {
            json += asString(value_FullName_33.toString())
          }
        } else {
          json += asString(value_FullName_33)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_34 = obj["UserName"]
      if (value_UserName_34 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_34 !== 'string') {
          if (value_UserName_34 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_34 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_34.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_34 instanceof RegExp) {
            json += asString(value_UserName_34.source)
          } else {
            json += asString(value_UserName_34.toString())
          }
        } else {
          json += asString(value_UserName_34)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous8 (obj) {
      // "#/properties/value/items/properties/OriginalTweet/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/value/items/properties/OriginalTweet/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous9(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous9(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/value/items/properties/OriginalTweet/properties/UserDetails"
      function anonymous10 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_37 = obj["FullName"]
      if (value_FullName_37 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_37 !== 'string') {
          if (value_FullName_37 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_37 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_37.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_37 instanceof RegExp) {
            json += asString(value_FullName_37.source)
          } else {
            json += asString(value_FullName_37.toString())
          }
        } else {
          json += asString(value_FullName_37)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_38 = obj["Location"]
      if (value_Location_38 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_38 !== 'string') {
          if (value_Location_38 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_38 instanceof Date) {
            json += JSON_STR_QUOTE + value_Location_38.toISOString() + JSON_STR_QUOTE
          } else if (value_Location_38 instanceof RegExp) {
            json += asString(value_Location_38.source)
          } else {
            json += asString(value_Location_38.toString())
          }
        } else {
          json += asString(value_Location_38)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_39 = obj["Id"]
      if (value_Id_39 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_39)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_40 = obj["UserName"]
      if (value_UserName_40 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_40 !== 'string') {
          if (value_UserName_40 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_40 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_40.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_40 instanceof RegExp) {
            json += asString(value_UserName_40.source)
          } else {
            json += asString(value_UserName_40.toString())
          }
        } else {
          json += asString(value_UserName_40)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_41 = obj["FollowersCount"]
      if (value_FollowersCount_41 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_41)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_42 = obj["Description"]
      if (value_Description_42 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_42 !== 'string') {
          if (value_Description_42 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_42 instanceof Date) {
            json += JSON_STR_QUOTE + value_Description_42.toISOString() + JSON_STR_QUOTE
          } else if (value_Description_42 instanceof RegExp) {
            json += asString(value_Description_42.source)
          } else {
            json += asString(value_Description_42.toString())
          }
        } else {
          json += asString(value_Description_42)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_43 = obj["StatusesCount"]
      if (value_StatusesCount_43 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_43)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_44 = obj["FriendsCount"]
      if (value_FriendsCount_44 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_44)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_45 = obj["FavouritesCount"]
      if (value_FavouritesCount_45 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_45)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_46 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_46 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_46 !== 'string') {
          if (value_ProfileImageUrl_46 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_46 instanceof Date) {
            json += JSON_STR_QUOTE + value_ProfileImageUrl_46.toISOString() + JSON_STR_QUOTE
          } else if (value_ProfileImageUrl_46 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_46.source)
          } else {
            json += asString(value_ProfileImageUrl_46.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_46)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/value/items/properties/OriginalTweet"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_NULL
        let json = ''

        
      const value_TweetText_20 = obj["TweetText"]
      if (value_TweetText_20 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_20 !== 'string') {
          if (value_TweetText_20 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_20 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetText_20.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetText_20 instanceof RegExp) {
            json += asString(value_TweetText_20.source)
          } else {
            json += asString(value_TweetText_20.toString())
          }
        } else {
          json += asString(value_TweetText_20)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_21 = obj["TweetId"]
      if (value_TweetId_21 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_21 !== 'string') {
          if (value_TweetId_21 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_21 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_21.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_21 instanceof RegExp) {
            json += asString(value_TweetId_21.source)
          } else {
            json += asString(value_TweetId_21.toString())
          }
        } else {
          json += asString(value_TweetId_21)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_CreatedAt_22 = obj["CreatedAt"]
      if (value_CreatedAt_22 !== undefined) {
        json += ",\"CreatedAt\":"
        
        if (typeof value_CreatedAt_22 !== 'string') {
          if (value_CreatedAt_22 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAt_22 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAt_22.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAt_22 instanceof RegExp) {
            json += asString(value_CreatedAt_22.source)
          } else {
            json += asString(value_CreatedAt_22.toString())
          }
        } else {
          json += asString(value_CreatedAt_22)
        }
        
      } else {
        throw new Error('"CreatedAt" is required!')
      }
      
      const value_CreatedAtIso_23 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_23 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_23 !== 'string') {
          if (value_CreatedAtIso_23 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_23 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAtIso_23.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAtIso_23 instanceof RegExp) {
            json += asString(value_CreatedAtIso_23.source)
          } else {
            json += asString(value_CreatedAtIso_23.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_23)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_RetweetCount_24 = obj["RetweetCount"]
      if (value_RetweetCount_24 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_24)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_TweetedBy_25 = obj["TweetedBy"]
      if (value_TweetedBy_25 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_25 !== 'string') {
          if (value_TweetedBy_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_25 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetedBy_25.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetedBy_25 instanceof RegExp) {
            json += asString(value_TweetedBy_25.source)
          } else {
            json += asString(value_TweetedBy_25.toString())
          }
        } else {
          json += asString(value_TweetedBy_25)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_MediaUrls_26 = obj["MediaUrls"]
      if (value_MediaUrls_26 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous7(value_MediaUrls_26)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_27 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_27 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_27 !== 'string') {
          if (value_TweetLanguageCode_27 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_27 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetLanguageCode_27.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetLanguageCode_27 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_27.source)
          } else {
            json += asString(value_TweetLanguageCode_27.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_27)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_TweetInReplyToUserId_28 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_28 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_28 !== 'string') {
          if (value_TweetInReplyToUserId_28 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_28 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetInReplyToUserId_28.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetInReplyToUserId_28 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_28.source)
          } else {
            json += asString(value_TweetInReplyToUserId_28.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_28)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_Favorited_29 = obj["Favorited"]
      if (value_Favorited_29 !== undefined) {
        json += ",\"Favorited\":"
        json += asBoolean(value_Favorited_29)
      } else {
        throw new Error('"Favorited" is required!')
      }
      
      const value_UserMentions_30 = obj["UserMentions"]
      if (value_UserMentions_30 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous8(value_UserMentions_30)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_UserDetails_35 = obj["UserDetails"]
      if (value_UserDetails_35 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous10(value_UserDetails_35)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/value/items/properties/UserDetails"
      function anonymous11 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_49 = obj["FullName"]
      if (value_FullName_49 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_49 !== 'string') {
          if (value_FullName_49 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_49 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_49.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_49 instanceof RegExp) {
            json += asString(value_FullName_49.source)
          } else {
            json += asString(value_FullName_49.toString())
          }
        } else {
          json += asString(value_FullName_49)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_50 = obj["Location"]
      if (value_Location_50 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_50 !== 'string') {
          if (value_Location_50 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_50 instanceof Date) {
            json += JSON_STR_QUOTE + value_Location_50.toISOString() + JSON_STR_QUOTE
          } else if (value_Location_50 instanceof RegExp) {
            json += asString(value_Location_50.source)
          } else {
            json += asString(value_Location_50.toString())
          }
        } else {
          json += asString(value_Location_50)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_51 = obj["Id"]
      if (value_Id_51 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_51)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_52 = obj["UserName"]
      if (value_UserName_52 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_52 !== 'string') {
          if (value_UserName_52 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_52 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_52.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_52 instanceof RegExp) {
            json += asString(value_UserName_52.source)
          } else {
            json += asString(value_UserName_52.toString())
          }
        } else {
          json += asString(value_UserName_52)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_53 = obj["FollowersCount"]
      if (value_FollowersCount_53 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_53)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_54 = obj["Description"]
      if (value_Description_54 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_54 !== 'string') {
          if (value_Description_54 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_54 instanceof Date) {
            json += JSON_STR_QUOTE + value_Description_54.toISOString() + JSON_STR_QUOTE
          } else if (value_Description_54 instanceof RegExp) {
            json += asString(value_Description_54.source)
          } else {
            json += asString(value_Description_54.toString())
          }
        } else {
          json += asString(value_Description_54)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_55 = obj["StatusesCount"]
      if (value_StatusesCount_55 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_55)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_56 = obj["FriendsCount"]
      if (value_FriendsCount_56 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_56)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_57 = obj["FavouritesCount"]
      if (value_FavouritesCount_57 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_57)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_58 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_58 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_58 !== 'string') {
          if (value_ProfileImageUrl_58 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_58 instanceof Date) {
            json += JSON_STR_QUOTE + value_ProfileImageUrl_58.toISOString() + JSON_STR_QUOTE
          } else if (value_ProfileImageUrl_58 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_58.source)
          } else {
            json += asString(value_ProfileImageUrl_58.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_58)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/value/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetText_3 = obj["TweetText"]
      if (value_TweetText_3 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_3 !== 'string') {
          if (value_TweetText_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetText_3.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetText_3 instanceof RegExp) {
            json += asString(value_TweetText_3.source)
          } else {
            json += asString(value_TweetText_3.toString())
          }
        } else {
          json += asString(value_TweetText_3)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_4 = obj["TweetId"]
      if (value_TweetId_4 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_4 !== 'string') {
          if (value_TweetId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_4 instanceof RegExp) {
            json += asString(value_TweetId_4.source)
          } else {
            json += asString(value_TweetId_4.toString())
          }
        } else {
          json += asString(value_TweetId_4)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_CreatedAt_5 = obj["CreatedAt"]
      if (value_CreatedAt_5 !== undefined) {
        json += ",\"CreatedAt\":"
        
        if (typeof value_CreatedAt_5 !== 'string') {
          if (value_CreatedAt_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAt_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAt_5.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAt_5 instanceof RegExp) {
            json += asString(value_CreatedAt_5.source)
          } else {
            json += asString(value_CreatedAt_5.toString())
          }
        } else {
          json += asString(value_CreatedAt_5)
        }
        
      } else {
        throw new Error('"CreatedAt" is required!')
      }
      
      const value_CreatedAtIso_6 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_6 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_6 !== 'string') {
          if (value_CreatedAtIso_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAtIso_6.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAtIso_6 instanceof RegExp) {
            json += asString(value_CreatedAtIso_6.source)
          } else {
            json += asString(value_CreatedAtIso_6.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_6)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_RetweetCount_7 = obj["RetweetCount"]
      if (value_RetweetCount_7 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_7)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_TweetedBy_8 = obj["TweetedBy"]
      if (value_TweetedBy_8 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_8 !== 'string') {
          if (value_TweetedBy_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetedBy_8.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetedBy_8 instanceof RegExp) {
            json += asString(value_TweetedBy_8.source)
          } else {
            json += asString(value_TweetedBy_8.toString())
          }
        } else {
          json += asString(value_TweetedBy_8)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_MediaUrls_9 = obj["MediaUrls"]
      if (value_MediaUrls_9 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous3(value_MediaUrls_9)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_10 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_10 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_10 !== 'string') {
          if (value_TweetLanguageCode_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetLanguageCode_10.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetLanguageCode_10 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_10.source)
          } else {
            json += asString(value_TweetLanguageCode_10.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_10)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_TweetInReplyToUserId_11 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_11 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_11 !== 'string') {
          if (value_TweetInReplyToUserId_11 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_11 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetInReplyToUserId_11.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetInReplyToUserId_11 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_11.source)
          } else {
            json += asString(value_TweetInReplyToUserId_11.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_11)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_Favorited_12 = obj["Favorited"]
      if (value_Favorited_12 !== undefined) {
        json += ",\"Favorited\":"
        json += asBoolean(value_Favorited_12)
      } else {
        throw new Error('"Favorited" is required!')
      }
      
      const value_UserMentions_13 = obj["UserMentions"]
      if (value_UserMentions_13 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous4(value_UserMentions_13)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_OriginalTweet_18 = obj["OriginalTweet"]
      if (value_OriginalTweet_18 !== undefined) {
        json += ",\"OriginalTweet\":"
        
      if (value_OriginalTweet_18 === null) {
        json += JSON_STR_NULL
      } else {
    json += anonymous6(value_OriginalTweet_18)
      }
    
      } else {
        throw new Error('"OriginalTweet" is required!')
      }
      
      const value_UserDetails_47 = obj["UserDetails"]
      if (value_UserDetails_47 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous11(value_UserDetails_47)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/value"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/value' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_value_1 = obj["value"]
      if (value_value_1 !== undefined) {
        json += "{\"value\":"
        json += anonymous1(value_value_1)
      } else {
        throw new Error('"value" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "TweetResponseModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_1 = obj["TweetId"]
      if (value_TweetId_1 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_1 !== 'string') {
          if (value_TweetId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_1 instanceof RegExp) {
            json += asString(value_TweetId_1.source)
          } else {
            json += asString(value_TweetId_1.toString())
          }
        } else {
          json += asString(value_TweetId_1)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "TweetModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous1 (obj) {
      // "#/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/UserMentions/items"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_13 = obj["Id"]
      if (value_Id_13 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_13)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_14 = obj["FullName"]
      if (value_FullName_14 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_14 !== 'string') {
          if (value_FullName_14 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_14 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_14.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_14 instanceof RegExp) {
            json += asString(value_FullName_14.source)
          } else {
            json += asString(value_FullName_14.toString())
          }
        } else {
          json += asString(value_FullName_14)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_15 = obj["UserName"]
      if (value_UserName_15 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_15 !== 'string') {
          if (value_UserName_15 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_15 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_15.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_15 instanceof RegExp) {
            json += asString(value_UserName_15.source)
          } else {
            json += asString(value_UserName_15.toString())
          }
        } else {
          json += asString(value_UserName_15)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous2 (obj) {
      // "#/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous3(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous3(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

    function anonymous5 (obj) {
      // "#/properties/OriginalTweet/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/OriginalTweet/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/OriginalTweet/properties/UserMentions/items"
      function anonymous7 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_30 = obj["Id"]
      if (value_Id_30 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_30)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_31 = obj["FullName"]
      if (value_FullName_31 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_31 !== 'string') {
          if (value_FullName_31 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_31 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_31.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_31 instanceof RegExp) {
            json += asString(value_FullName_31.source)
          } else {
            json += asString(value_FullName_31.toString())
          }
        } else {
          json += asString(value_FullName_31)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_32 = obj["UserName"]
      if (value_UserName_32 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_32 !== 'string') {
          if (value_UserName_32 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_32 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_32.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_32 instanceof RegExp) {
            json += asString(value_UserName_32.source)
          } else {
            json += asString(value_UserName_32.toString())
          }
        } else {
          json += asString(value_UserName_32)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous6 (obj) {
      // "#/properties/OriginalTweet/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/OriginalTweet/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous7(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous7(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/OriginalTweet/properties/UserDetails"
      function anonymous8 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_35 = obj["FullName"]
      if (value_FullName_35 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_35 !== 'string') {
          if (value_FullName_35 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_35 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_35.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_35 instanceof RegExp) {
            json += asString(value_FullName_35.source)
          } else {
            json += asString(value_FullName_35.toString())
          }
        } else {
          json += asString(value_FullName_35)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_36 = obj["Location"]
      if (value_Location_36 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_36 !== 'string') {
          if (value_Location_36 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_36 instanceof Date) {
            json += JSON_STR_QUOTE + value_Location_36.toISOString() + JSON_STR_QUOTE
          } else if (value_Location_36 instanceof RegExp) {
            json += asString(value_Location_36.source)
          } else {
            json += asString(value_Location_36.toString())
          }
        } else {
          json += asString(value_Location_36)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_37 = obj["Id"]
      if (value_Id_37 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_37)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_38 = obj["UserName"]
      if (value_UserName_38 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_38 !== 'string') {
          if (value_UserName_38 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_38 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_38.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_38 instanceof RegExp) {
            json += asString(value_UserName_38.source)
          } else {
            json += asString(value_UserName_38.toString())
          }
        } else {
          json += asString(value_UserName_38)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_39 = obj["FollowersCount"]
      if (value_FollowersCount_39 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_39)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_40 = obj["Description"]
      if (value_Description_40 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_40 !== 'string') {
          if (value_Description_40 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_40 instanceof Date) {
            json += JSON_STR_QUOTE + value_Description_40.toISOString() + JSON_STR_QUOTE
          } else if (value_Description_40 instanceof RegExp) {
            json += asString(value_Description_40.source)
          } else {
            json += asString(value_Description_40.toString())
          }
        } else {
          json += asString(value_Description_40)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_41 = obj["StatusesCount"]
      if (value_StatusesCount_41 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_41)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_42 = obj["FriendsCount"]
      if (value_FriendsCount_42 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_42)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_43 = obj["FavouritesCount"]
      if (value_FavouritesCount_43 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_43)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_44 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_44 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_44 !== 'string') {
          if (value_ProfileImageUrl_44 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_44 instanceof Date) {
            json += JSON_STR_QUOTE + value_ProfileImageUrl_44.toISOString() + JSON_STR_QUOTE
          } else if (value_ProfileImageUrl_44 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_44.source)
          } else {
            json += asString(value_ProfileImageUrl_44.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_44)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/OriginalTweet"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_NULL
        let json = ''

        
      const value_TweetText_18 = obj["TweetText"]
      if (value_TweetText_18 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_18 !== 'string') {
          if (value_TweetText_18 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_18 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetText_18.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetText_18 instanceof RegExp) {
            json += asString(value_TweetText_18.source)
          } else {
            json += asString(value_TweetText_18.toString())
          }
        } else {
          json += asString(value_TweetText_18)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_19 = obj["TweetId"]
      if (value_TweetId_19 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_19 !== 'string') {
          if (value_TweetId_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_19 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_19.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_19 instanceof RegExp) {
            json += asString(value_TweetId_19.source)
          } else {
            json += asString(value_TweetId_19.toString())
          }
        } else {
          json += asString(value_TweetId_19)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_CreatedAt_20 = obj["CreatedAt"]
      if (value_CreatedAt_20 !== undefined) {
        json += ",\"CreatedAt\":"
        
        if (typeof value_CreatedAt_20 !== 'string') {
          if (value_CreatedAt_20 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAt_20 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAt_20.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAt_20 instanceof RegExp) {
            json += asString(value_CreatedAt_20.source)
          } else {
            json += asString(value_CreatedAt_20.toString())
          }
        } else {
          json += asString(value_CreatedAt_20)
        }
        
      } else {
        throw new Error('"CreatedAt" is required!')
      }
      
      const value_CreatedAtIso_21 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_21 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_21 !== 'string') {
          if (value_CreatedAtIso_21 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_21 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAtIso_21.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAtIso_21 instanceof RegExp) {
            json += asString(value_CreatedAtIso_21.source)
          } else {
            json += asString(value_CreatedAtIso_21.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_21)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_RetweetCount_22 = obj["RetweetCount"]
      if (value_RetweetCount_22 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_22)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_TweetedBy_23 = obj["TweetedBy"]
      if (value_TweetedBy_23 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_23 !== 'string') {
          if (value_TweetedBy_23 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_23 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetedBy_23.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetedBy_23 instanceof RegExp) {
            json += asString(value_TweetedBy_23.source)
          } else {
            json += asString(value_TweetedBy_23.toString())
          }
        } else {
          json += asString(value_TweetedBy_23)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_MediaUrls_24 = obj["MediaUrls"]
      if (value_MediaUrls_24 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous5(value_MediaUrls_24)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_25 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_25 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_25 !== 'string') {
          if (value_TweetLanguageCode_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_25 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetLanguageCode_25.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetLanguageCode_25 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_25.source)
          } else {
            json += asString(value_TweetLanguageCode_25.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_25)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_TweetInReplyToUserId_26 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_26 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_26 !== 'string') {
          if (value_TweetInReplyToUserId_26 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_26 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetInReplyToUserId_26.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetInReplyToUserId_26 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_26.source)
          } else {
            json += asString(value_TweetInReplyToUserId_26.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_26)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_Favorited_27 = obj["Favorited"]
      if (value_Favorited_27 !== undefined) {
        json += ",\"Favorited\":"
        json += asBoolean(value_Favorited_27)
      } else {
        throw new Error('"Favorited" is required!')
      }
      
      const value_UserMentions_28 = obj["UserMentions"]
      if (value_UserMentions_28 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous6(value_UserMentions_28)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_UserDetails_33 = obj["UserDetails"]
      if (value_UserDetails_33 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous8(value_UserDetails_33)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/UserDetails"
      function anonymous9 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_47 = obj["FullName"]
      if (value_FullName_47 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_47 !== 'string') {
          if (value_FullName_47 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_47 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_47.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_47 instanceof RegExp) {
            json += asString(value_FullName_47.source)
          } else {
            json += asString(value_FullName_47.toString())
          }
        } else {
          json += asString(value_FullName_47)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_48 = obj["Location"]
      if (value_Location_48 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_48 !== 'string') {
          if (value_Location_48 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_48 instanceof Date) {
            json += JSON_STR_QUOTE + value_Location_48.toISOString() + JSON_STR_QUOTE
          } else if (value_Location_48 instanceof RegExp) {
            json += asString(value_Location_48.source)
          } else {
            json += asString(value_Location_48.toString())
          }
        } else {
          json += asString(value_Location_48)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_49 = obj["Id"]
      if (value_Id_49 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_49)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_50 = obj["UserName"]
      if (value_UserName_50 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_50 !== 'string') {
          if (value_UserName_50 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_50 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_50.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_50 instanceof RegExp) {
            json += asString(value_UserName_50.source)
          } else {
            json += asString(value_UserName_50.toString())
          }
        } else {
          json += asString(value_UserName_50)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_51 = obj["FollowersCount"]
      if (value_FollowersCount_51 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_51)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_52 = obj["Description"]
      if (value_Description_52 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_52 !== 'string') {
          if (value_Description_52 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_52 instanceof Date) {
            json += JSON_STR_QUOTE + value_Description_52.toISOString() + JSON_STR_QUOTE
          } else if (value_Description_52 instanceof RegExp) {
            json += asString(value_Description_52.source)
          } else {
            json += asString(value_Description_52.toString())
          }
        } else {
          json += asString(value_Description_52)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_53 = obj["StatusesCount"]
      if (value_StatusesCount_53 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_53)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_54 = obj["FriendsCount"]
      if (value_FriendsCount_54 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_54)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_55 = obj["FavouritesCount"]
      if (value_FavouritesCount_55 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_55)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_56 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_56 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_56 !== 'string') {
          if (value_ProfileImageUrl_56 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_56 instanceof Date) {
            json += JSON_STR_QUOTE + value_ProfileImageUrl_56.toISOString() + JSON_STR_QUOTE
          } else if (value_ProfileImageUrl_56 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_56.source)
          } else {
            json += asString(value_ProfileImageUrl_56.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_56)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetText_1 = obj["TweetText"]
      if (value_TweetText_1 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_1 !== 'string') {
          if (value_TweetText_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetText_1.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetText_1 instanceof RegExp) {
            json += asString(value_TweetText_1.source)
          } else {
            json += asString(value_TweetText_1.toString())
          }
        } else {
          json += asString(value_TweetText_1)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_2 = obj["TweetId"]
      if (value_TweetId_2 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_2 !== 'string') {
          if (value_TweetId_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_2.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_2 instanceof RegExp) {
            json += asString(value_TweetId_2.source)
          } else {
            json += asString(value_TweetId_2.toString())
          }
        } else {
          json += asString(value_TweetId_2)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_CreatedAt_3 = obj["CreatedAt"]
      if (value_CreatedAt_3 !== undefined) {
        json += ",\"CreatedAt\":"
        
        if (typeof value_CreatedAt_3 !== 'string') {
          if (value_CreatedAt_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAt_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAt_3.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAt_3 instanceof RegExp) {
            json += asString(value_CreatedAt_3.source)
          } else {
            json += asString(value_CreatedAt_3.toString())
          }
        } else {
          json += asString(value_CreatedAt_3)
        }
        
      } else {
        throw new Error('"CreatedAt" is required!')
      }
      
      const value_CreatedAtIso_4 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_4 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_4 !== 'string') {
          if (value_CreatedAtIso_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAtIso_4.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAtIso_4 instanceof RegExp) {
            json += asString(value_CreatedAtIso_4.source)
          } else {
            json += asString(value_CreatedAtIso_4.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_4)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_RetweetCount_5 = obj["RetweetCount"]
      if (value_RetweetCount_5 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_5)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_TweetedBy_6 = obj["TweetedBy"]
      if (value_TweetedBy_6 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_6 !== 'string') {
          if (value_TweetedBy_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetedBy_6.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetedBy_6 instanceof RegExp) {
            json += asString(value_TweetedBy_6.source)
          } else {
            json += asString(value_TweetedBy_6.toString())
          }
        } else {
          json += asString(value_TweetedBy_6)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_MediaUrls_7 = obj["MediaUrls"]
      if (value_MediaUrls_7 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous1(value_MediaUrls_7)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_8 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_8 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_8 !== 'string') {
          if (value_TweetLanguageCode_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetLanguageCode_8.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetLanguageCode_8 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_8.source)
          } else {
            json += asString(value_TweetLanguageCode_8.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_8)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_TweetInReplyToUserId_9 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_9 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_9 !== 'string') {
          if (value_TweetInReplyToUserId_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetInReplyToUserId_9.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetInReplyToUserId_9 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_9.source)
          } else {
            json += asString(value_TweetInReplyToUserId_9.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_9)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_Favorited_10 = obj["Favorited"]
      if (value_Favorited_10 !== undefined) {
        json += ",\"Favorited\":"
        json += asBoolean(value_Favorited_10)
      } else {
        throw new Error('"Favorited" is required!')
      }
      
      const value_UserMentions_11 = obj["UserMentions"]
      if (value_UserMentions_11 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous2(value_UserMentions_11)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_OriginalTweet_16 = obj["OriginalTweet"]
      if (value_OriginalTweet_16 !== undefined) {
        json += ",\"OriginalTweet\":"
        
      if (value_OriginalTweet_16 === null) {
        json += JSON_STR_NULL
      } else {
    json += anonymous4(value_OriginalTweet_16)
      }
    
      } else {
        throw new Error('"OriginalTweet" is required!')
      }
      
      const value_UserDetails_45 = obj["UserDetails"]
      if (value_UserDetails_45 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous9(value_UserDetails_45)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "UserDetailsModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_1 = obj["FullName"]
      if (value_FullName_1 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_1 !== 'string') {
          if (value_FullName_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_1.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_1 instanceof RegExp) {
            json += asString(value_FullName_1.source)
          } else {
            json += asString(value_FullName_1.toString())
          }
        } else {
          json += asString(value_FullName_1)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_2 = obj["Location"]
      if (value_Location_2 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_2 !== 'string') {
          if (value_Location_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_Location_2.toISOString() + JSON_STR_QUOTE
          } else if (value_Location_2 instanceof RegExp) {
            json += asString(value_Location_2.source)
          } else {
            json += asString(value_Location_2.toString())
          }
        } else {
          json += asString(value_Location_2)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_3 = obj["Id"]
      if (value_Id_3 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_3)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_4 = obj["UserName"]
      if (value_UserName_4 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_4 !== 'string') {
          if (value_UserName_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_4.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_4 instanceof RegExp) {
            json += asString(value_UserName_4.source)
          } else {
            json += asString(value_UserName_4.toString())
          }
        } else {
          json += asString(value_UserName_4)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_5 = obj["FollowersCount"]
      if (value_FollowersCount_5 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_5)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_6 = obj["Description"]
      if (value_Description_6 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_6 !== 'string') {
          if (value_Description_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_Description_6.toISOString() + JSON_STR_QUOTE
          } else if (value_Description_6 instanceof RegExp) {
            json += asString(value_Description_6.source)
          } else {
            json += asString(value_Description_6.toString())
          }
        } else {
          json += asString(value_Description_6)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_7 = obj["StatusesCount"]
      if (value_StatusesCount_7 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_7)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_8 = obj["FriendsCount"]
      if (value_FriendsCount_8 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_8)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_9 = obj["FavouritesCount"]
      if (value_FavouritesCount_9 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_9)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_10 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_10 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_10 !== 'string') {
          if (value_ProfileImageUrl_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_ProfileImageUrl_10.toISOString() + JSON_STR_QUOTE
          } else if (value_ProfileImageUrl_10 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_10.source)
          } else {
            json += asString(value_ProfileImageUrl_10.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_10)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "TriggerBatchResponse[PostModel]": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous3 (obj) {
      // "#/properties/value/items/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/value/items/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/value/items/properties/UserMentions/items"
      function anonymous5 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_23 = obj["Id"]
      if (value_Id_23 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_23)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_24 = obj["FullName"]
      if (value_FullName_24 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_24 !== 'string') {
          if (value_FullName_24 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_24 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_24.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_24 instanceof RegExp) {
            json += asString(value_FullName_24.source)
          } else {
            json += asString(value_FullName_24.toString())
          }
        } else {
          json += asString(value_FullName_24)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_25 = obj["UserName"]
      if (value_UserName_25 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_25 !== 'string') {
          if (value_UserName_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_25 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_25.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_25 instanceof RegExp) {
            json += asString(value_UserName_25.source)
          } else {
            json += asString(value_UserName_25.toString())
          }
        } else {
          json += asString(value_UserName_25)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous4 (obj) {
      // "#/properties/value/items/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/value/items/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous5(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous5(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/value/items/properties/UserDetails"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_28 = obj["FullName"]
      if (value_FullName_28 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_28 !== 'string') {
          if (value_FullName_28 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_28 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_28.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_28 instanceof RegExp) {
            json += asString(value_FullName_28.source)
          } else {
            json += asString(value_FullName_28.toString())
          }
        } else {
          json += asString(value_FullName_28)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_29 = obj["Location"]
      if (value_Location_29 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_29 !== 'string') {
          if (value_Location_29 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_29 instanceof Date) {
            json += JSON_STR_QUOTE + value_Location_29.toISOString() + JSON_STR_QUOTE
          } else if (value_Location_29 instanceof RegExp) {
            json += asString(value_Location_29.source)
          } else {
            json += asString(value_Location_29.toString())
          }
        } else {
          json += asString(value_Location_29)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_30 = obj["Id"]
      if (value_Id_30 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_30)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_31 = obj["UserName"]
      if (value_UserName_31 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_31 !== 'string') {
          if (value_UserName_31 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_31 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_31.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_31 instanceof RegExp) {
            json += asString(value_UserName_31.source)
          } else {
            json += asString(value_UserName_31.toString())
          }
        } else {
          json += asString(value_UserName_31)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_32 = obj["FollowersCount"]
      if (value_FollowersCount_32 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_32)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_33 = obj["Description"]
      if (value_Description_33 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_33 !== 'string') {
          if (value_Description_33 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_33 instanceof Date) {
            json += JSON_STR_QUOTE + value_Description_33.toISOString() + JSON_STR_QUOTE
          } else if (value_Description_33 instanceof RegExp) {
            json += asString(value_Description_33.source)
          } else {
            json += asString(value_Description_33.toString())
          }
        } else {
          json += asString(value_Description_33)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_34 = obj["StatusesCount"]
      if (value_StatusesCount_34 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_34)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_35 = obj["FriendsCount"]
      if (value_FriendsCount_35 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_35)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_36 = obj["FavouritesCount"]
      if (value_FavouritesCount_36 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_36)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_37 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_37 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_37 !== 'string') {
          if (value_ProfileImageUrl_37 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_37 instanceof Date) {
            json += JSON_STR_QUOTE + value_ProfileImageUrl_37.toISOString() + JSON_STR_QUOTE
          } else if (value_ProfileImageUrl_37 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_37.source)
          } else {
            json += asString(value_ProfileImageUrl_37.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_37)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/value/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetText_3 = obj["TweetText"]
      if (value_TweetText_3 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_3 !== 'string') {
          if (value_TweetText_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetText_3.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetText_3 instanceof RegExp) {
            json += asString(value_TweetText_3.source)
          } else {
            json += asString(value_TweetText_3.toString())
          }
        } else {
          json += asString(value_TweetText_3)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_4 = obj["TweetId"]
      if (value_TweetId_4 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_4 !== 'string') {
          if (value_TweetId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_4 instanceof RegExp) {
            json += asString(value_TweetId_4.source)
          } else {
            json += asString(value_TweetId_4.toString())
          }
        } else {
          json += asString(value_TweetId_4)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Link_5 = obj["Link"]
      if (value_Link_5 !== undefined) {
        json += ",\"Link\":"
        
        if (typeof value_Link_5 !== 'string') {
          if (value_Link_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Link_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_Link_5.toISOString() + JSON_STR_QUOTE
          } else if (value_Link_5 instanceof RegExp) {
            json += asString(value_Link_5.source)
          } else {
            json += asString(value_Link_5.toString())
          }
        } else {
          json += asString(value_Link_5)
        }
        
      } else {
        throw new Error('"Link" is required!')
      }
      
      const value_CreatedAtIso_6 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_6 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_6 !== 'string') {
          if (value_CreatedAtIso_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAtIso_6.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAtIso_6 instanceof RegExp) {
            json += asString(value_CreatedAtIso_6.source)
          } else {
            json += asString(value_CreatedAtIso_6.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_6)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_TweetedBy_7 = obj["TweetedBy"]
      if (value_TweetedBy_7 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_7 !== 'string') {
          if (value_TweetedBy_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetedBy_7.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetedBy_7 instanceof RegExp) {
            json += asString(value_TweetedBy_7.source)
          } else {
            json += asString(value_TweetedBy_7.toString())
          }
        } else {
          json += asString(value_TweetedBy_7)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_RetweetCount_8 = obj["RetweetCount"]
      if (value_RetweetCount_8 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_8)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_ReplyCount_9 = obj["ReplyCount"]
      if (value_ReplyCount_9 !== undefined) {
        json += ",\"ReplyCount\":"
        json += asInteger(value_ReplyCount_9)
      } else {
        throw new Error('"ReplyCount" is required!')
      }
      
      const value_LikeCount_10 = obj["LikeCount"]
      if (value_LikeCount_10 !== undefined) {
        json += ",\"LikeCount\":"
        json += asInteger(value_LikeCount_10)
      } else {
        throw new Error('"LikeCount" is required!')
      }
      
      const value_QuoteCount_11 = obj["QuoteCount"]
      if (value_QuoteCount_11 !== undefined) {
        json += ",\"QuoteCount\":"
        json += asInteger(value_QuoteCount_11)
      } else {
        throw new Error('"QuoteCount" is required!')
      }
      
      const value_BookmarkCount_12 = obj["BookmarkCount"]
      if (value_BookmarkCount_12 !== undefined) {
        json += ",\"BookmarkCount\":"
        json += asInteger(value_BookmarkCount_12)
      } else {
        throw new Error('"BookmarkCount" is required!')
      }
      
      const value_ImpressionCount_13 = obj["ImpressionCount"]
      if (value_ImpressionCount_13 !== undefined) {
        json += ",\"ImpressionCount\":"
        json += asInteger(value_ImpressionCount_13)
      } else {
        throw new Error('"ImpressionCount" is required!')
      }
      
      const value_MediaUrls_14 = obj["MediaUrls"]
      if (value_MediaUrls_14 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous3(value_MediaUrls_14)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_15 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_15 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_15 !== 'string') {
          if (value_TweetLanguageCode_15 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_15 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetLanguageCode_15.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetLanguageCode_15 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_15.source)
          } else {
            json += asString(value_TweetLanguageCode_15.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_15)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_ConversationId_16 = obj["ConversationId"]
      if (value_ConversationId_16 !== undefined) {
        json += ",\"ConversationId\":"
        
        if (typeof value_ConversationId_16 !== 'string') {
          if (value_ConversationId_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ConversationId_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_ConversationId_16.toISOString() + JSON_STR_QUOTE
          } else if (value_ConversationId_16 instanceof RegExp) {
            json += asString(value_ConversationId_16.source)
          } else {
            json += asString(value_ConversationId_16.toString())
          }
        } else {
          json += asString(value_ConversationId_16)
        }
        
      } else {
        throw new Error('"ConversationId" is required!')
      }
      
      const value_InReplyToTweetId_17 = obj["InReplyToTweetId"]
      if (value_InReplyToTweetId_17 !== undefined) {
        json += ",\"InReplyToTweetId\":"
        
        if (typeof value_InReplyToTweetId_17 !== 'string') {
          if (value_InReplyToTweetId_17 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_InReplyToTweetId_17 instanceof Date) {
            json += JSON_STR_QUOTE + value_InReplyToTweetId_17.toISOString() + JSON_STR_QUOTE
          } else if (value_InReplyToTweetId_17 instanceof RegExp) {
            json += asString(value_InReplyToTweetId_17.source)
          } else {
            json += asString(value_InReplyToTweetId_17.toString())
          }
        } else {
          json += asString(value_InReplyToTweetId_17)
        }
        
      } else {
        throw new Error('"InReplyToTweetId" is required!')
      }
      
      const value_TweetInReplyToUserId_18 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_18 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_18 !== 'string') {
          if (value_TweetInReplyToUserId_18 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_18 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetInReplyToUserId_18.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetInReplyToUserId_18 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_18.source)
          } else {
            json += asString(value_TweetInReplyToUserId_18.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_18)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_QuotedTweetId_19 = obj["QuotedTweetId"]
      if (value_QuotedTweetId_19 !== undefined) {
        json += ",\"QuotedTweetId\":"
        
        if (typeof value_QuotedTweetId_19 !== 'string') {
          if (value_QuotedTweetId_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_QuotedTweetId_19 instanceof Date) {
            json += JSON_STR_QUOTE + value_QuotedTweetId_19.toISOString() + JSON_STR_QUOTE
          } else if (value_QuotedTweetId_19 instanceof RegExp) {
            json += asString(value_QuotedTweetId_19.source)
          } else {
            json += asString(value_QuotedTweetId_19.toString())
          }
        } else {
          json += asString(value_QuotedTweetId_19)
        }
        
      } else {
        throw new Error('"QuotedTweetId" is required!')
      }
      
      const value_RetweetedTweetId_20 = obj["RetweetedTweetId"]
      if (value_RetweetedTweetId_20 !== undefined) {
        json += ",\"RetweetedTweetId\":"
        
        if (typeof value_RetweetedTweetId_20 !== 'string') {
          if (value_RetweetedTweetId_20 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_RetweetedTweetId_20 instanceof Date) {
            json += JSON_STR_QUOTE + value_RetweetedTweetId_20.toISOString() + JSON_STR_QUOTE
          } else if (value_RetweetedTweetId_20 instanceof RegExp) {
            json += asString(value_RetweetedTweetId_20.source)
          } else {
            json += asString(value_RetweetedTweetId_20.toString())
          }
        } else {
          json += asString(value_RetweetedTweetId_20)
        }
        
      } else {
        throw new Error('"RetweetedTweetId" is required!')
      }
      
      const value_UserMentions_21 = obj["UserMentions"]
      if (value_UserMentions_21 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous4(value_UserMentions_21)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_UserDetails_26 = obj["UserDetails"]
      if (value_UserDetails_26 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous6(value_UserDetails_26)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/value"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/value' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_value_1 = obj["value"]
      if (value_value_1 !== undefined) {
        json += "{\"value\":"
        json += anonymous1(value_value_1)
      } else {
        throw new Error('"value" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "PublishedPostModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_1 = obj["TweetId"]
      if (value_TweetId_1 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_1 !== 'string') {
          if (value_TweetId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_1 instanceof RegExp) {
            json += asString(value_TweetId_1.source)
          } else {
            json += asString(value_TweetId_1.toString())
          }
        } else {
          json += asString(value_TweetId_1)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_PostUrl_2 = obj["PostUrl"]
      if (value_PostUrl_2 !== undefined) {
        json += ",\"PostUrl\":"
        
        if (typeof value_PostUrl_2 !== 'string') {
          if (value_PostUrl_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_PostUrl_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_PostUrl_2.toISOString() + JSON_STR_QUOTE
          } else if (value_PostUrl_2 instanceof RegExp) {
            json += asString(value_PostUrl_2.source)
          } else {
            json += asString(value_PostUrl_2.toString())
          }
        } else {
          json += asString(value_PostUrl_2)
        }
        
      } else {
        throw new Error('"PostUrl" is required!')
      }
      
      const value_Price_3 = obj["Price"]
      if (value_Price_3 !== undefined) {
        json += ",\"Price\":"
        json += asNumber(value_Price_3)
      } else {
        throw new Error('"Price" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "PublishedThreadModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#/properties/Posts/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_7 = obj["TweetId"]
      if (value_TweetId_7 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_7 !== 'string') {
          if (value_TweetId_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_7.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_7 instanceof RegExp) {
            json += asString(value_TweetId_7.source)
          } else {
            json += asString(value_TweetId_7.toString())
          }
        } else {
          json += asString(value_TweetId_7)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_PostUrl_8 = obj["PostUrl"]
      if (value_PostUrl_8 !== undefined) {
        json += ",\"PostUrl\":"
        
        if (typeof value_PostUrl_8 !== 'string') {
          if (value_PostUrl_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_PostUrl_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_PostUrl_8.toISOString() + JSON_STR_QUOTE
          } else if (value_PostUrl_8 instanceof RegExp) {
            json += asString(value_PostUrl_8.source)
          } else {
            json += asString(value_PostUrl_8.toString())
          }
        } else {
          json += asString(value_PostUrl_8)
        }
        
      } else {
        throw new Error('"PostUrl" is required!')
      }
      
      const value_Price_9 = obj["Price"]
      if (value_Price_9 !== undefined) {
        json += ",\"Price\":"
        json += asNumber(value_Price_9)
      } else {
        throw new Error('"Price" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/Posts"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Posts' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_1 = obj["TweetId"]
      if (value_TweetId_1 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_1 !== 'string') {
          if (value_TweetId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_1 instanceof RegExp) {
            json += asString(value_TweetId_1.source)
          } else {
            json += asString(value_TweetId_1.toString())
          }
        } else {
          json += asString(value_TweetId_1)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_PostUrl_2 = obj["PostUrl"]
      if (value_PostUrl_2 !== undefined) {
        json += ",\"PostUrl\":"
        
        if (typeof value_PostUrl_2 !== 'string') {
          if (value_PostUrl_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_PostUrl_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_PostUrl_2.toISOString() + JSON_STR_QUOTE
          } else if (value_PostUrl_2 instanceof RegExp) {
            json += asString(value_PostUrl_2.source)
          } else {
            json += asString(value_PostUrl_2.toString())
          }
        } else {
          json += asString(value_PostUrl_2)
        }
        
      } else {
        throw new Error('"PostUrl" is required!')
      }
      
      const value_LastTweetId_3 = obj["LastTweetId"]
      if (value_LastTweetId_3 !== undefined) {
        json += ",\"LastTweetId\":"
        
        if (typeof value_LastTweetId_3 !== 'string') {
          if (value_LastTweetId_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_LastTweetId_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_LastTweetId_3.toISOString() + JSON_STR_QUOTE
          } else if (value_LastTweetId_3 instanceof RegExp) {
            json += asString(value_LastTweetId_3.source)
          } else {
            json += asString(value_LastTweetId_3.toString())
          }
        } else {
          json += asString(value_LastTweetId_3)
        }
        
      } else {
        throw new Error('"LastTweetId" is required!')
      }
      
      const value_Price_4 = obj["Price"]
      if (value_Price_4 !== undefined) {
        json += ",\"Price\":"
        json += asNumber(value_Price_4)
      } else {
        throw new Error('"Price" is required!')
      }
      
      const value_Posts_5 = obj["Posts"]
      if (value_Posts_5 !== undefined) {
        json += ",\"Posts\":"
        json += anonymous1(value_Posts_5)
      } else {
        throw new Error('"Posts" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "PostModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous1 (obj) {
      // "#/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/UserMentions/items"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_21 = obj["Id"]
      if (value_Id_21 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_21)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_22 = obj["FullName"]
      if (value_FullName_22 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_22 !== 'string') {
          if (value_FullName_22 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_22 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_22.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_22 instanceof RegExp) {
            json += asString(value_FullName_22.source)
          } else {
            json += asString(value_FullName_22.toString())
          }
        } else {
          json += asString(value_FullName_22)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_23 = obj["UserName"]
      if (value_UserName_23 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_23 !== 'string') {
          if (value_UserName_23 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_23 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_23.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_23 instanceof RegExp) {
            json += asString(value_UserName_23.source)
          } else {
            json += asString(value_UserName_23.toString())
          }
        } else {
          json += asString(value_UserName_23)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous2 (obj) {
      // "#/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous3(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous3(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/UserDetails"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_26 = obj["FullName"]
      if (value_FullName_26 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_26 !== 'string') {
          if (value_FullName_26 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_26 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_26.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_26 instanceof RegExp) {
            json += asString(value_FullName_26.source)
          } else {
            json += asString(value_FullName_26.toString())
          }
        } else {
          json += asString(value_FullName_26)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_27 = obj["Location"]
      if (value_Location_27 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_27 !== 'string') {
          if (value_Location_27 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_27 instanceof Date) {
            json += JSON_STR_QUOTE + value_Location_27.toISOString() + JSON_STR_QUOTE
          } else if (value_Location_27 instanceof RegExp) {
            json += asString(value_Location_27.source)
          } else {
            json += asString(value_Location_27.toString())
          }
        } else {
          json += asString(value_Location_27)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_28 = obj["Id"]
      if (value_Id_28 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_28)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_29 = obj["UserName"]
      if (value_UserName_29 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_29 !== 'string') {
          if (value_UserName_29 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_29 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_29.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_29 instanceof RegExp) {
            json += asString(value_UserName_29.source)
          } else {
            json += asString(value_UserName_29.toString())
          }
        } else {
          json += asString(value_UserName_29)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_30 = obj["FollowersCount"]
      if (value_FollowersCount_30 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_30)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_31 = obj["Description"]
      if (value_Description_31 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_31 !== 'string') {
          if (value_Description_31 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_31 instanceof Date) {
            json += JSON_STR_QUOTE + value_Description_31.toISOString() + JSON_STR_QUOTE
          } else if (value_Description_31 instanceof RegExp) {
            json += asString(value_Description_31.source)
          } else {
            json += asString(value_Description_31.toString())
          }
        } else {
          json += asString(value_Description_31)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_32 = obj["StatusesCount"]
      if (value_StatusesCount_32 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_32)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_33 = obj["FriendsCount"]
      if (value_FriendsCount_33 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_33)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_34 = obj["FavouritesCount"]
      if (value_FavouritesCount_34 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_34)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_35 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_35 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_35 !== 'string') {
          if (value_ProfileImageUrl_35 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_35 instanceof Date) {
            json += JSON_STR_QUOTE + value_ProfileImageUrl_35.toISOString() + JSON_STR_QUOTE
          } else if (value_ProfileImageUrl_35 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_35.source)
          } else {
            json += asString(value_ProfileImageUrl_35.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_35)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetText_1 = obj["TweetText"]
      if (value_TweetText_1 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_1 !== 'string') {
          if (value_TweetText_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetText_1.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetText_1 instanceof RegExp) {
            json += asString(value_TweetText_1.source)
          } else {
            json += asString(value_TweetText_1.toString())
          }
        } else {
          json += asString(value_TweetText_1)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_2 = obj["TweetId"]
      if (value_TweetId_2 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_2 !== 'string') {
          if (value_TweetId_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_2.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_2 instanceof RegExp) {
            json += asString(value_TweetId_2.source)
          } else {
            json += asString(value_TweetId_2.toString())
          }
        } else {
          json += asString(value_TweetId_2)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Link_3 = obj["Link"]
      if (value_Link_3 !== undefined) {
        json += ",\"Link\":"
        
        if (typeof value_Link_3 !== 'string') {
          if (value_Link_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Link_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_Link_3.toISOString() + JSON_STR_QUOTE
          } else if (value_Link_3 instanceof RegExp) {
            json += asString(value_Link_3.source)
          } else {
            json += asString(value_Link_3.toString())
          }
        } else {
          json += asString(value_Link_3)
        }
        
      } else {
        throw new Error('"Link" is required!')
      }
      
      const value_CreatedAtIso_4 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_4 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_4 !== 'string') {
          if (value_CreatedAtIso_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAtIso_4.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAtIso_4 instanceof RegExp) {
            json += asString(value_CreatedAtIso_4.source)
          } else {
            json += asString(value_CreatedAtIso_4.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_4)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_TweetedBy_5 = obj["TweetedBy"]
      if (value_TweetedBy_5 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_5 !== 'string') {
          if (value_TweetedBy_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetedBy_5.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetedBy_5 instanceof RegExp) {
            json += asString(value_TweetedBy_5.source)
          } else {
            json += asString(value_TweetedBy_5.toString())
          }
        } else {
          json += asString(value_TweetedBy_5)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_RetweetCount_6 = obj["RetweetCount"]
      if (value_RetweetCount_6 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_6)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_ReplyCount_7 = obj["ReplyCount"]
      if (value_ReplyCount_7 !== undefined) {
        json += ",\"ReplyCount\":"
        json += asInteger(value_ReplyCount_7)
      } else {
        throw new Error('"ReplyCount" is required!')
      }
      
      const value_LikeCount_8 = obj["LikeCount"]
      if (value_LikeCount_8 !== undefined) {
        json += ",\"LikeCount\":"
        json += asInteger(value_LikeCount_8)
      } else {
        throw new Error('"LikeCount" is required!')
      }
      
      const value_QuoteCount_9 = obj["QuoteCount"]
      if (value_QuoteCount_9 !== undefined) {
        json += ",\"QuoteCount\":"
        json += asInteger(value_QuoteCount_9)
      } else {
        throw new Error('"QuoteCount" is required!')
      }
      
      const value_BookmarkCount_10 = obj["BookmarkCount"]
      if (value_BookmarkCount_10 !== undefined) {
        json += ",\"BookmarkCount\":"
        json += asInteger(value_BookmarkCount_10)
      } else {
        throw new Error('"BookmarkCount" is required!')
      }
      
      const value_ImpressionCount_11 = obj["ImpressionCount"]
      if (value_ImpressionCount_11 !== undefined) {
        json += ",\"ImpressionCount\":"
        json += asInteger(value_ImpressionCount_11)
      } else {
        throw new Error('"ImpressionCount" is required!')
      }
      
      const value_MediaUrls_12 = obj["MediaUrls"]
      if (value_MediaUrls_12 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous1(value_MediaUrls_12)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_13 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_13 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_13 !== 'string') {
          if (value_TweetLanguageCode_13 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_13 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetLanguageCode_13.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetLanguageCode_13 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_13.source)
          } else {
            json += asString(value_TweetLanguageCode_13.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_13)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_ConversationId_14 = obj["ConversationId"]
      if (value_ConversationId_14 !== undefined) {
        json += ",\"ConversationId\":"
        
        if (typeof value_ConversationId_14 !== 'string') {
          if (value_ConversationId_14 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ConversationId_14 instanceof Date) {
            json += JSON_STR_QUOTE + value_ConversationId_14.toISOString() + JSON_STR_QUOTE
          } else if (value_ConversationId_14 instanceof RegExp) {
            json += asString(value_ConversationId_14.source)
          } else {
            json += asString(value_ConversationId_14.toString())
          }
        } else {
          json += asString(value_ConversationId_14)
        }
        
      } else {
        throw new Error('"ConversationId" is required!')
      }
      
      const value_InReplyToTweetId_15 = obj["InReplyToTweetId"]
      if (value_InReplyToTweetId_15 !== undefined) {
        json += ",\"InReplyToTweetId\":"
        
        if (typeof value_InReplyToTweetId_15 !== 'string') {
          if (value_InReplyToTweetId_15 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_InReplyToTweetId_15 instanceof Date) {
            json += JSON_STR_QUOTE + value_InReplyToTweetId_15.toISOString() + JSON_STR_QUOTE
          } else if (value_InReplyToTweetId_15 instanceof RegExp) {
            json += asString(value_InReplyToTweetId_15.source)
          } else {
            json += asString(value_InReplyToTweetId_15.toString())
          }
        } else {
          json += asString(value_InReplyToTweetId_15)
        }
        
      } else {
        throw new Error('"InReplyToTweetId" is required!')
      }
      
      const value_TweetInReplyToUserId_16 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_16 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_16 !== 'string') {
          if (value_TweetInReplyToUserId_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetInReplyToUserId_16.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetInReplyToUserId_16 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_16.source)
          } else {
            json += asString(value_TweetInReplyToUserId_16.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_16)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_QuotedTweetId_17 = obj["QuotedTweetId"]
      if (value_QuotedTweetId_17 !== undefined) {
        json += ",\"QuotedTweetId\":"
        
        if (typeof value_QuotedTweetId_17 !== 'string') {
          if (value_QuotedTweetId_17 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_QuotedTweetId_17 instanceof Date) {
            json += JSON_STR_QUOTE + value_QuotedTweetId_17.toISOString() + JSON_STR_QUOTE
          } else if (value_QuotedTweetId_17 instanceof RegExp) {
            json += asString(value_QuotedTweetId_17.source)
          } else {
            json += asString(value_QuotedTweetId_17.toString())
          }
        } else {
          json += asString(value_QuotedTweetId_17)
        }
        
      } else {
        throw new Error('"QuotedTweetId" is required!')
      }
      
      const value_RetweetedTweetId_18 = obj["RetweetedTweetId"]
      if (value_RetweetedTweetId_18 !== undefined) {
        json += ",\"RetweetedTweetId\":"
        
        if (typeof value_RetweetedTweetId_18 !== 'string') {
          if (value_RetweetedTweetId_18 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_RetweetedTweetId_18 instanceof Date) {
            json += JSON_STR_QUOTE + value_RetweetedTweetId_18.toISOString() + JSON_STR_QUOTE
          } else if (value_RetweetedTweetId_18 instanceof RegExp) {
            json += asString(value_RetweetedTweetId_18.source)
          } else {
            json += asString(value_RetweetedTweetId_18.toString())
          }
        } else {
          json += asString(value_RetweetedTweetId_18)
        }
        
      } else {
        throw new Error('"RetweetedTweetId" is required!')
      }
      
      const value_UserMentions_19 = obj["UserMentions"]
      if (value_UserMentions_19 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous2(value_UserMentions_19)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_UserDetails_24 = obj["UserDetails"]
      if (value_UserDetails_24 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous4(value_UserDetails_24)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "FoundPostsModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous3 (obj) {
      // "#/properties/Posts/items/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Posts/items/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/Posts/items/properties/UserMentions/items"
      function anonymous5 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_23 = obj["Id"]
      if (value_Id_23 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_23)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_24 = obj["FullName"]
      if (value_FullName_24 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_24 !== 'string') {
          if (value_FullName_24 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_24 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_24.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_24 instanceof RegExp) {
            json += asString(value_FullName_24.source)
          } else {
            json += asString(value_FullName_24.toString())
          }
        } else {
          json += asString(value_FullName_24)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_25 = obj["UserName"]
      if (value_UserName_25 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_25 !== 'string') {
          if (value_UserName_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_25 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_25.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_25 instanceof RegExp) {
            json += asString(value_UserName_25.source)
          } else {
            json += asString(value_UserName_25.toString())
          }
        } else {
          json += asString(value_UserName_25)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous4 (obj) {
      // "#/properties/Posts/items/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Posts/items/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous5(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous5(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/Posts/items/properties/UserDetails"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_28 = obj["FullName"]
      if (value_FullName_28 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_28 !== 'string') {
          if (value_FullName_28 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_28 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_28.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_28 instanceof RegExp) {
            json += asString(value_FullName_28.source)
          } else {
            json += asString(value_FullName_28.toString())
          }
        } else {
          json += asString(value_FullName_28)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_29 = obj["Location"]
      if (value_Location_29 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_29 !== 'string') {
          if (value_Location_29 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_29 instanceof Date) {
            json += JSON_STR_QUOTE + value_Location_29.toISOString() + JSON_STR_QUOTE
          } else if (value_Location_29 instanceof RegExp) {
            json += asString(value_Location_29.source)
          } else {
            json += asString(value_Location_29.toString())
          }
        } else {
          json += asString(value_Location_29)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_30 = obj["Id"]
      if (value_Id_30 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_30)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_31 = obj["UserName"]
      if (value_UserName_31 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_31 !== 'string') {
          if (value_UserName_31 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_31 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_31.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_31 instanceof RegExp) {
            json += asString(value_UserName_31.source)
          } else {
            json += asString(value_UserName_31.toString())
          }
        } else {
          json += asString(value_UserName_31)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_32 = obj["FollowersCount"]
      if (value_FollowersCount_32 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_32)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_33 = obj["Description"]
      if (value_Description_33 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_33 !== 'string') {
          if (value_Description_33 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_33 instanceof Date) {
            json += JSON_STR_QUOTE + value_Description_33.toISOString() + JSON_STR_QUOTE
          } else if (value_Description_33 instanceof RegExp) {
            json += asString(value_Description_33.source)
          } else {
            json += asString(value_Description_33.toString())
          }
        } else {
          json += asString(value_Description_33)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_34 = obj["StatusesCount"]
      if (value_StatusesCount_34 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_34)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_35 = obj["FriendsCount"]
      if (value_FriendsCount_35 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_35)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_36 = obj["FavouritesCount"]
      if (value_FavouritesCount_36 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_36)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_37 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_37 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_37 !== 'string') {
          if (value_ProfileImageUrl_37 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_37 instanceof Date) {
            json += JSON_STR_QUOTE + value_ProfileImageUrl_37.toISOString() + JSON_STR_QUOTE
          } else if (value_ProfileImageUrl_37 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_37.source)
          } else {
            json += asString(value_ProfileImageUrl_37.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_37)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/Posts/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetText_3 = obj["TweetText"]
      if (value_TweetText_3 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_3 !== 'string') {
          if (value_TweetText_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetText_3.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetText_3 instanceof RegExp) {
            json += asString(value_TweetText_3.source)
          } else {
            json += asString(value_TweetText_3.toString())
          }
        } else {
          json += asString(value_TweetText_3)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_4 = obj["TweetId"]
      if (value_TweetId_4 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_4 !== 'string') {
          if (value_TweetId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_4 instanceof RegExp) {
            json += asString(value_TweetId_4.source)
          } else {
            json += asString(value_TweetId_4.toString())
          }
        } else {
          json += asString(value_TweetId_4)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Link_5 = obj["Link"]
      if (value_Link_5 !== undefined) {
        json += ",\"Link\":"
        
        if (typeof value_Link_5 !== 'string') {
          if (value_Link_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Link_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_Link_5.toISOString() + JSON_STR_QUOTE
          } else if (value_Link_5 instanceof RegExp) {
            json += asString(value_Link_5.source)
          } else {
            json += asString(value_Link_5.toString())
          }
        } else {
          json += asString(value_Link_5)
        }
        
      } else {
        throw new Error('"Link" is required!')
      }
      
      const value_CreatedAtIso_6 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_6 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_6 !== 'string') {
          if (value_CreatedAtIso_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAtIso_6.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAtIso_6 instanceof RegExp) {
            json += asString(value_CreatedAtIso_6.source)
          } else {
            json += asString(value_CreatedAtIso_6.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_6)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_TweetedBy_7 = obj["TweetedBy"]
      if (value_TweetedBy_7 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_7 !== 'string') {
          if (value_TweetedBy_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetedBy_7.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetedBy_7 instanceof RegExp) {
            json += asString(value_TweetedBy_7.source)
          } else {
            json += asString(value_TweetedBy_7.toString())
          }
        } else {
          json += asString(value_TweetedBy_7)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_RetweetCount_8 = obj["RetweetCount"]
      if (value_RetweetCount_8 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_8)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_ReplyCount_9 = obj["ReplyCount"]
      if (value_ReplyCount_9 !== undefined) {
        json += ",\"ReplyCount\":"
        json += asInteger(value_ReplyCount_9)
      } else {
        throw new Error('"ReplyCount" is required!')
      }
      
      const value_LikeCount_10 = obj["LikeCount"]
      if (value_LikeCount_10 !== undefined) {
        json += ",\"LikeCount\":"
        json += asInteger(value_LikeCount_10)
      } else {
        throw new Error('"LikeCount" is required!')
      }
      
      const value_QuoteCount_11 = obj["QuoteCount"]
      if (value_QuoteCount_11 !== undefined) {
        json += ",\"QuoteCount\":"
        json += asInteger(value_QuoteCount_11)
      } else {
        throw new Error('"QuoteCount" is required!')
      }
      
      const value_BookmarkCount_12 = obj["BookmarkCount"]
      if (value_BookmarkCount_12 !== undefined) {
        json += ",\"BookmarkCount\":"
        json += asInteger(value_BookmarkCount_12)
      } else {
        throw new Error('"BookmarkCount" is required!')
      }
      
      const value_ImpressionCount_13 = obj["ImpressionCount"]
      if (value_ImpressionCount_13 !== undefined) {
        json += ",\"ImpressionCount\":"
        json += asInteger(value_ImpressionCount_13)
      } else {
        throw new Error('"ImpressionCount" is required!')
      }
      
      const value_MediaUrls_14 = obj["MediaUrls"]
      if (value_MediaUrls_14 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous3(value_MediaUrls_14)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_15 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_15 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_15 !== 'string') {
          if (value_TweetLanguageCode_15 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_15 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetLanguageCode_15.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetLanguageCode_15 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_15.source)
          } else {
            json += asString(value_TweetLanguageCode_15.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_15)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_ConversationId_16 = obj["ConversationId"]
      if (value_ConversationId_16 !== undefined) {
        json += ",\"ConversationId\":"
        
        if (typeof value_ConversationId_16 !== 'string') {
          if (value_ConversationId_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ConversationId_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_ConversationId_16.toISOString() + JSON_STR_QUOTE
          } else if (value_ConversationId_16 instanceof RegExp) {
            json += asString(value_ConversationId_16.source)
          } else {
            json += asString(value_ConversationId_16.toString())
          }
        } else {
          json += asString(value_ConversationId_16)
        }
        
      } else {
        throw new Error('"ConversationId" is required!')
      }
      
      const value_InReplyToTweetId_17 = obj["InReplyToTweetId"]
      if (value_InReplyToTweetId_17 !== undefined) {
        json += ",\"InReplyToTweetId\":"
        
        if (typeof value_InReplyToTweetId_17 !== 'string') {
          if (value_InReplyToTweetId_17 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_InReplyToTweetId_17 instanceof Date) {
            json += JSON_STR_QUOTE + value_InReplyToTweetId_17.toISOString() + JSON_STR_QUOTE
          } else if (value_InReplyToTweetId_17 instanceof RegExp) {
            json += asString(value_InReplyToTweetId_17.source)
          } else {
            json += asString(value_InReplyToTweetId_17.toString())
          }
        } else {
          json += asString(value_InReplyToTweetId_17)
        }
        
      } else {
        throw new Error('"InReplyToTweetId" is required!')
      }
      
      const value_TweetInReplyToUserId_18 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_18 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_18 !== 'string') {
          if (value_TweetInReplyToUserId_18 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_18 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetInReplyToUserId_18.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetInReplyToUserId_18 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_18.source)
          } else {
            json += asString(value_TweetInReplyToUserId_18.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_18)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_QuotedTweetId_19 = obj["QuotedTweetId"]
      if (value_QuotedTweetId_19 !== undefined) {
        json += ",\"QuotedTweetId\":"
        
        if (typeof value_QuotedTweetId_19 !== 'string') {
          if (value_QuotedTweetId_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_QuotedTweetId_19 instanceof Date) {
            json += JSON_STR_QUOTE + value_QuotedTweetId_19.toISOString() + JSON_STR_QUOTE
          } else if (value_QuotedTweetId_19 instanceof RegExp) {
            json += asString(value_QuotedTweetId_19.source)
          } else {
            json += asString(value_QuotedTweetId_19.toString())
          }
        } else {
          json += asString(value_QuotedTweetId_19)
        }
        
      } else {
        throw new Error('"QuotedTweetId" is required!')
      }
      
      const value_RetweetedTweetId_20 = obj["RetweetedTweetId"]
      if (value_RetweetedTweetId_20 !== undefined) {
        json += ",\"RetweetedTweetId\":"
        
        if (typeof value_RetweetedTweetId_20 !== 'string') {
          if (value_RetweetedTweetId_20 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_RetweetedTweetId_20 instanceof Date) {
            json += JSON_STR_QUOTE + value_RetweetedTweetId_20.toISOString() + JSON_STR_QUOTE
          } else if (value_RetweetedTweetId_20 instanceof RegExp) {
            json += asString(value_RetweetedTweetId_20.source)
          } else {
            json += asString(value_RetweetedTweetId_20.toString())
          }
        } else {
          json += asString(value_RetweetedTweetId_20)
        }
        
      } else {
        throw new Error('"RetweetedTweetId" is required!')
      }
      
      const value_UserMentions_21 = obj["UserMentions"]
      if (value_UserMentions_21 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous4(value_UserMentions_21)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_UserDetails_26 = obj["UserDetails"]
      if (value_UserDetails_26 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous6(value_UserDetails_26)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/Posts"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Posts' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/Missing/items"
      function anonymous8 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_40 = obj["TweetId"]
      if (value_TweetId_40 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_40 !== 'string') {
          if (value_TweetId_40 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_40 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_40.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_40 instanceof RegExp) {
            json += asString(value_TweetId_40.source)
          } else {
            json += asString(value_TweetId_40.toString())
          }
        } else {
          json += asString(value_TweetId_40)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Reason_41 = obj["Reason"]
      if (value_Reason_41 !== undefined) {
        json += ",\"Reason\":"
        
        if (typeof value_Reason_41 !== 'string') {
          if (value_Reason_41 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Reason_41 instanceof Date) {
            json += JSON_STR_QUOTE + value_Reason_41.toISOString() + JSON_STR_QUOTE
          } else if (value_Reason_41 instanceof RegExp) {
            json += asString(value_Reason_41.source)
          } else {
            json += asString(value_Reason_41.toString())
          }
        } else {
          json += asString(value_Reason_41)
        }
        
      } else {
        throw new Error('"Reason" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous7 (obj) {
      // "#/properties/Missing"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Missing' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous8(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous8(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Posts_1 = obj["Posts"]
      if (value_Posts_1 !== undefined) {
        json += "{\"Posts\":"
        json += anonymous1(value_Posts_1)
      } else {
        throw new Error('"Posts" is required!')
      }
      
      const value_Missing_38 = obj["Missing"]
      if (value_Missing_38 !== undefined) {
        json += ",\"Missing\":"
        json += anonymous7(value_Missing_38)
      } else {
        throw new Error('"Missing" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "PostPageModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous3 (obj) {
      // "#/properties/Posts/items/properties/MediaUrls"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Posts/items/properties/MediaUrls' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/Posts/items/properties/UserMentions/items"
      function anonymous5 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Id_23 = obj["Id"]
      if (value_Id_23 !== undefined) {
        json += "{\"Id\":"
        json += asInteger(value_Id_23)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_FullName_24 = obj["FullName"]
      if (value_FullName_24 !== undefined) {
        json += ",\"FullName\":"
        
        if (typeof value_FullName_24 !== 'string') {
          if (value_FullName_24 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_24 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_24.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_24 instanceof RegExp) {
            json += asString(value_FullName_24.source)
          } else {
            json += asString(value_FullName_24.toString())
          }
        } else {
          json += asString(value_FullName_24)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_UserName_25 = obj["UserName"]
      if (value_UserName_25 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_25 !== 'string') {
          if (value_UserName_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_25 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_25.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_25 instanceof RegExp) {
            json += asString(value_UserName_25.source)
          } else {
            json += asString(value_UserName_25.toString())
          }
        } else {
          json += asString(value_UserName_25)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous4 (obj) {
      // "#/properties/Posts/items/properties/UserMentions"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Posts/items/properties/UserMentions' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous5(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous5(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/Posts/items/properties/UserDetails"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_FullName_28 = obj["FullName"]
      if (value_FullName_28 !== undefined) {
        json += "{\"FullName\":"
        
        if (typeof value_FullName_28 !== 'string') {
          if (value_FullName_28 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_FullName_28 instanceof Date) {
            json += JSON_STR_QUOTE + value_FullName_28.toISOString() + JSON_STR_QUOTE
          } else if (value_FullName_28 instanceof RegExp) {
            json += asString(value_FullName_28.source)
          } else {
            json += asString(value_FullName_28.toString())
          }
        } else {
          json += asString(value_FullName_28)
        }
        
      } else {
        throw new Error('"FullName" is required!')
      }
      
      const value_Location_29 = obj["Location"]
      if (value_Location_29 !== undefined) {
        json += ",\"Location\":"
        
        if (typeof value_Location_29 !== 'string') {
          if (value_Location_29 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Location_29 instanceof Date) {
            json += JSON_STR_QUOTE + value_Location_29.toISOString() + JSON_STR_QUOTE
          } else if (value_Location_29 instanceof RegExp) {
            json += asString(value_Location_29.source)
          } else {
            json += asString(value_Location_29.toString())
          }
        } else {
          json += asString(value_Location_29)
        }
        
      } else {
        throw new Error('"Location" is required!')
      }
      
      const value_Id_30 = obj["Id"]
      if (value_Id_30 !== undefined) {
        json += ",\"Id\":"
        json += asInteger(value_Id_30)
      } else {
        throw new Error('"Id" is required!')
      }
      
      const value_UserName_31 = obj["UserName"]
      if (value_UserName_31 !== undefined) {
        json += ",\"UserName\":"
        
        if (typeof value_UserName_31 !== 'string') {
          if (value_UserName_31 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_UserName_31 instanceof Date) {
            json += JSON_STR_QUOTE + value_UserName_31.toISOString() + JSON_STR_QUOTE
          } else if (value_UserName_31 instanceof RegExp) {
            json += asString(value_UserName_31.source)
          } else {
            json += asString(value_UserName_31.toString())
          }
        } else {
          json += asString(value_UserName_31)
        }
        
      } else {
        throw new Error('"UserName" is required!')
      }
      
      const value_FollowersCount_32 = obj["FollowersCount"]
      if (value_FollowersCount_32 !== undefined) {
        json += ",\"FollowersCount\":"
        json += asInteger(value_FollowersCount_32)
      } else {
        throw new Error('"FollowersCount" is required!')
      }
      
      const value_Description_33 = obj["Description"]
      if (value_Description_33 !== undefined) {
        json += ",\"Description\":"
        
        if (typeof value_Description_33 !== 'string') {
          if (value_Description_33 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Description_33 instanceof Date) {
            json += JSON_STR_QUOTE + value_Description_33.toISOString() + JSON_STR_QUOTE
          } else if (value_Description_33 instanceof RegExp) {
            json += asString(value_Description_33.source)
          } else {
            json += asString(value_Description_33.toString())
          }
        } else {
          json += asString(value_Description_33)
        }
        
      } else {
        throw new Error('"Description" is required!')
      }
      
      const value_StatusesCount_34 = obj["StatusesCount"]
      if (value_StatusesCount_34 !== undefined) {
        json += ",\"StatusesCount\":"
        json += asInteger(value_StatusesCount_34)
      } else {
        throw new Error('"StatusesCount" is required!')
      }
      
      const value_FriendsCount_35 = obj["FriendsCount"]
      if (value_FriendsCount_35 !== undefined) {
        json += ",\"FriendsCount\":"
        json += asInteger(value_FriendsCount_35)
      } else {
        throw new Error('"FriendsCount" is required!')
      }
      
      const value_FavouritesCount_36 = obj["FavouritesCount"]
      if (value_FavouritesCount_36 !== undefined) {
        json += ",\"FavouritesCount\":"
        json += asInteger(value_FavouritesCount_36)
      } else {
        throw new Error('"FavouritesCount" is required!')
      }
      
      const value_ProfileImageUrl_37 = obj["ProfileImageUrl"]
      if (value_ProfileImageUrl_37 !== undefined) {
        json += ",\"ProfileImageUrl\":"
        
        if (typeof value_ProfileImageUrl_37 !== 'string') {
          if (value_ProfileImageUrl_37 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ProfileImageUrl_37 instanceof Date) {
            json += JSON_STR_QUOTE + value_ProfileImageUrl_37.toISOString() + JSON_STR_QUOTE
          } else if (value_ProfileImageUrl_37 instanceof RegExp) {
            json += asString(value_ProfileImageUrl_37.source)
          } else {
            json += asString(value_ProfileImageUrl_37.toString())
          }
        } else {
          json += asString(value_ProfileImageUrl_37)
        }
        
      } else {
        throw new Error('"ProfileImageUrl" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/Posts/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetText_3 = obj["TweetText"]
      if (value_TweetText_3 !== undefined) {
        json += "{\"TweetText\":"
        
        if (typeof value_TweetText_3 !== 'string') {
          if (value_TweetText_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetText_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetText_3.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetText_3 instanceof RegExp) {
            json += asString(value_TweetText_3.source)
          } else {
            json += asString(value_TweetText_3.toString())
          }
        } else {
          json += asString(value_TweetText_3)
        }
        
      } else {
        throw new Error('"TweetText" is required!')
      }
      
      const value_TweetId_4 = obj["TweetId"]
      if (value_TweetId_4 !== undefined) {
        json += ",\"TweetId\":"
        
        if (typeof value_TweetId_4 !== 'string') {
          if (value_TweetId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_4 instanceof RegExp) {
            json += asString(value_TweetId_4.source)
          } else {
            json += asString(value_TweetId_4.toString())
          }
        } else {
          json += asString(value_TweetId_4)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Link_5 = obj["Link"]
      if (value_Link_5 !== undefined) {
        json += ",\"Link\":"
        
        if (typeof value_Link_5 !== 'string') {
          if (value_Link_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Link_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_Link_5.toISOString() + JSON_STR_QUOTE
          } else if (value_Link_5 instanceof RegExp) {
            json += asString(value_Link_5.source)
          } else {
            json += asString(value_Link_5.toString())
          }
        } else {
          json += asString(value_Link_5)
        }
        
      } else {
        throw new Error('"Link" is required!')
      }
      
      const value_CreatedAtIso_6 = obj["CreatedAtIso"]
      if (value_CreatedAtIso_6 !== undefined) {
        json += ",\"CreatedAtIso\":"
        
        if (typeof value_CreatedAtIso_6 !== 'string') {
          if (value_CreatedAtIso_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_CreatedAtIso_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_CreatedAtIso_6.toISOString() + JSON_STR_QUOTE
          } else if (value_CreatedAtIso_6 instanceof RegExp) {
            json += asString(value_CreatedAtIso_6.source)
          } else {
            json += asString(value_CreatedAtIso_6.toString())
          }
        } else {
          json += asString(value_CreatedAtIso_6)
        }
        
      } else {
        throw new Error('"CreatedAtIso" is required!')
      }
      
      const value_TweetedBy_7 = obj["TweetedBy"]
      if (value_TweetedBy_7 !== undefined) {
        json += ",\"TweetedBy\":"
        
        if (typeof value_TweetedBy_7 !== 'string') {
          if (value_TweetedBy_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetedBy_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetedBy_7.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetedBy_7 instanceof RegExp) {
            json += asString(value_TweetedBy_7.source)
          } else {
            json += asString(value_TweetedBy_7.toString())
          }
        } else {
          json += asString(value_TweetedBy_7)
        }
        
      } else {
        throw new Error('"TweetedBy" is required!')
      }
      
      const value_RetweetCount_8 = obj["RetweetCount"]
      if (value_RetweetCount_8 !== undefined) {
        json += ",\"RetweetCount\":"
        json += asInteger(value_RetweetCount_8)
      } else {
        throw new Error('"RetweetCount" is required!')
      }
      
      const value_ReplyCount_9 = obj["ReplyCount"]
      if (value_ReplyCount_9 !== undefined) {
        json += ",\"ReplyCount\":"
        json += asInteger(value_ReplyCount_9)
      } else {
        throw new Error('"ReplyCount" is required!')
      }
      
      const value_LikeCount_10 = obj["LikeCount"]
      if (value_LikeCount_10 !== undefined) {
        json += ",\"LikeCount\":"
        json += asInteger(value_LikeCount_10)
      } else {
        throw new Error('"LikeCount" is required!')
      }
      
      const value_QuoteCount_11 = obj["QuoteCount"]
      if (value_QuoteCount_11 !== undefined) {
        json += ",\"QuoteCount\":"
        json += asInteger(value_QuoteCount_11)
      } else {
        throw new Error('"QuoteCount" is required!')
      }
      
      const value_BookmarkCount_12 = obj["BookmarkCount"]
      if (value_BookmarkCount_12 !== undefined) {
        json += ",\"BookmarkCount\":"
        json += asInteger(value_BookmarkCount_12)
      } else {
        throw new Error('"BookmarkCount" is required!')
      }
      
      const value_ImpressionCount_13 = obj["ImpressionCount"]
      if (value_ImpressionCount_13 !== undefined) {
        json += ",\"ImpressionCount\":"
        json += asInteger(value_ImpressionCount_13)
      } else {
        throw new Error('"ImpressionCount" is required!')
      }
      
      const value_MediaUrls_14 = obj["MediaUrls"]
      if (value_MediaUrls_14 !== undefined) {
        json += ",\"MediaUrls\":"
        json += anonymous3(value_MediaUrls_14)
      } else {
        throw new Error('"MediaUrls" is required!')
      }
      
      const value_TweetLanguageCode_15 = obj["TweetLanguageCode"]
      if (value_TweetLanguageCode_15 !== undefined) {
        json += ",\"TweetLanguageCode\":"
        
        if (typeof value_TweetLanguageCode_15 !== 'string') {
          if (value_TweetLanguageCode_15 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetLanguageCode_15 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetLanguageCode_15.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetLanguageCode_15 instanceof RegExp) {
            json += asString(value_TweetLanguageCode_15.source)
          } else {
            json += asString(value_TweetLanguageCode_15.toString())
          }
        } else {
          json += asString(value_TweetLanguageCode_15)
        }
        
      } else {
        throw new Error('"TweetLanguageCode" is required!')
      }
      
      const value_ConversationId_16 = obj["ConversationId"]
      if (value_ConversationId_16 !== undefined) {
        json += ",\"ConversationId\":"
        
        if (typeof value_ConversationId_16 !== 'string') {
          if (value_ConversationId_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_ConversationId_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_ConversationId_16.toISOString() + JSON_STR_QUOTE
          } else if (value_ConversationId_16 instanceof RegExp) {
            json += asString(value_ConversationId_16.source)
          } else {
            json += asString(value_ConversationId_16.toString())
          }
        } else {
          json += asString(value_ConversationId_16)
        }
        
      } else {
        throw new Error('"ConversationId" is required!')
      }
      
      const value_InReplyToTweetId_17 = obj["InReplyToTweetId"]
      if (value_InReplyToTweetId_17 !== undefined) {
        json += ",\"InReplyToTweetId\":"
        
        if (typeof value_InReplyToTweetId_17 !== 'string') {
          if (value_InReplyToTweetId_17 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_InReplyToTweetId_17 instanceof Date) {
            json += JSON_STR_QUOTE + value_InReplyToTweetId_17.toISOString() + JSON_STR_QUOTE
          } else if (value_InReplyToTweetId_17 instanceof RegExp) {
            json += asString(value_InReplyToTweetId_17.source)
          } else {
            json += asString(value_InReplyToTweetId_17.toString())
          }
        } else {
          json += asString(value_InReplyToTweetId_17)
        }
        
      } else {
        throw new Error('"InReplyToTweetId" is required!')
      }
      
      const value_TweetInReplyToUserId_18 = obj["TweetInReplyToUserId"]
      if (value_TweetInReplyToUserId_18 !== undefined) {
        json += ",\"TweetInReplyToUserId\":"
        
        if (typeof value_TweetInReplyToUserId_18 !== 'string') {
          if (value_TweetInReplyToUserId_18 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetInReplyToUserId_18 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetInReplyToUserId_18.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetInReplyToUserId_18 instanceof RegExp) {
            json += asString(value_TweetInReplyToUserId_18.source)
          } else {
            json += asString(value_TweetInReplyToUserId_18.toString())
          }
        } else {
          json += asString(value_TweetInReplyToUserId_18)
        }
        
      } else {
        throw new Error('"TweetInReplyToUserId" is required!')
      }
      
      const value_QuotedTweetId_19 = obj["QuotedTweetId"]
      if (value_QuotedTweetId_19 !== undefined) {
        json += ",\"QuotedTweetId\":"
        
        if (typeof value_QuotedTweetId_19 !== 'string') {
          if (value_QuotedTweetId_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_QuotedTweetId_19 instanceof Date) {
            json += JSON_STR_QUOTE + value_QuotedTweetId_19.toISOString() + JSON_STR_QUOTE
          } else if (value_QuotedTweetId_19 instanceof RegExp) {
            json += asString(value_QuotedTweetId_19.source)
          } else {
            json += asString(value_QuotedTweetId_19.toString())
          }
        } else {
          json += asString(value_QuotedTweetId_19)
        }
        
      } else {
        throw new Error('"QuotedTweetId" is required!')
      }
      
      const value_RetweetedTweetId_20 = obj["RetweetedTweetId"]
      if (value_RetweetedTweetId_20 !== undefined) {
        json += ",\"RetweetedTweetId\":"
        
        if (typeof value_RetweetedTweetId_20 !== 'string') {
          if (value_RetweetedTweetId_20 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_RetweetedTweetId_20 instanceof Date) {
            json += JSON_STR_QUOTE + value_RetweetedTweetId_20.toISOString() + JSON_STR_QUOTE
          } else if (value_RetweetedTweetId_20 instanceof RegExp) {
            json += asString(value_RetweetedTweetId_20.source)
          } else {
            json += asString(value_RetweetedTweetId_20.toString())
          }
        } else {
          json += asString(value_RetweetedTweetId_20)
        }
        
      } else {
        throw new Error('"RetweetedTweetId" is required!')
      }
      
      const value_UserMentions_21 = obj["UserMentions"]
      if (value_UserMentions_21 !== undefined) {
        json += ",\"UserMentions\":"
        json += anonymous4(value_UserMentions_21)
      } else {
        throw new Error('"UserMentions" is required!')
      }
      
      const value_UserDetails_26 = obj["UserDetails"]
      if (value_UserDetails_26 !== undefined) {
        json += ",\"UserDetails\":"
        json += anonymous6(value_UserDetails_26)
      } else {
        throw new Error('"UserDetails" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/Posts"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Posts' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Posts_1 = obj["Posts"]
      if (value_Posts_1 !== undefined) {
        json += "{\"Posts\":"
        json += anonymous1(value_Posts_1)
      } else {
        throw new Error('"Posts" is required!')
      }
      
      const value_NextToken_38 = obj["NextToken"]
      if (value_NextToken_38 !== undefined) {
        json += ",\"NextToken\":"
        
        if (typeof value_NextToken_38 !== 'string') {
          if (value_NextToken_38 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_NextToken_38 instanceof Date) {
            json += JSON_STR_QUOTE + value_NextToken_38.toISOString() + JSON_STR_QUOTE
          } else if (value_NextToken_38 instanceof RegExp) {
            json += asString(value_NextToken_38.source)
          } else {
            json += asString(value_NextToken_38.toString())
          }
        } else {
          json += asString(value_NextToken_38)
        }
        
      } else {
        throw new Error('"NextToken" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "PostCountsModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#/properties/Counts/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Start_4 = obj["Start"]
      if (value_Start_4 !== undefined) {
        json += "{\"Start\":"
        
        if (typeof value_Start_4 !== 'string') {
          if (value_Start_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Start_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_Start_4.toISOString() + JSON_STR_QUOTE
          } else if (value_Start_4 instanceof RegExp) {
            json += asString(value_Start_4.source)
          } else {
            json += asString(value_Start_4.toString())
          }
        } else {
          json += asString(value_Start_4)
        }
        
      } else {
        throw new Error('"Start" is required!')
      }
      
      const value_End_5 = obj["End"]
      if (value_End_5 !== undefined) {
        json += ",\"End\":"
        
        if (typeof value_End_5 !== 'string') {
          if (value_End_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_End_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_End_5.toISOString() + JSON_STR_QUOTE
          } else if (value_End_5 instanceof RegExp) {
            json += asString(value_End_5.source)
          } else {
            json += asString(value_End_5.toString())
          }
        } else {
          json += asString(value_End_5)
        }
        
      } else {
        throw new Error('"End" is required!')
      }
      
      const value_Count_6 = obj["Count"]
      if (value_Count_6 !== undefined) {
        json += ",\"Count\":"
        json += asInteger(value_Count_6)
      } else {
        throw new Error('"Count" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/Counts"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Counts' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Total_1 = obj["Total"]
      if (value_Total_1 !== undefined) {
        json += "{\"Total\":"
        json += asInteger(value_Total_1)
      } else {
        throw new Error('"Total" is required!')
      }
      
      const value_Counts_2 = obj["Counts"]
      if (value_Counts_2 !== undefined) {
        json += ",\"Counts\":"
        json += anonymous1(value_Counts_2)
      } else {
        throw new Error('"Counts" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "DeletedPostModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_1 = obj["TweetId"]
      if (value_TweetId_1 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_1 !== 'string') {
          if (value_TweetId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_1 instanceof RegExp) {
            json += asString(value_TweetId_1.source)
          } else {
            json += asString(value_TweetId_1.toString())
          }
        } else {
          json += asString(value_TweetId_1)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Deleted_2 = obj["Deleted"]
      if (value_Deleted_2 !== undefined) {
        json += ",\"Deleted\":"
        json += asBoolean(value_Deleted_2)
      } else {
        throw new Error('"Deleted" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "UndoneRetweetModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_TweetId_1 = obj["TweetId"]
      if (value_TweetId_1 !== undefined) {
        json += "{\"TweetId\":"
        
        if (typeof value_TweetId_1 !== 'string') {
          if (value_TweetId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_TweetId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_TweetId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_TweetId_1 instanceof RegExp) {
            json += asString(value_TweetId_1.source)
          } else {
            json += asString(value_TweetId_1.toString())
          }
        } else {
          json += asString(value_TweetId_1)
        }
        
      } else {
        throw new Error('"TweetId" is required!')
      }
      
      const value_Retweeted_2 = obj["Retweeted"]
      if (value_Retweeted_2 !== undefined) {
        json += ",\"Retweeted\":"
        json += asBoolean(value_Retweeted_2)
      } else {
        throw new Error('"Retweeted" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "SpendingModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#/properties/ByOperation/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Operation_8 = obj["Operation"]
      if (value_Operation_8 !== undefined) {
        json += "{\"Operation\":"
        
        if (typeof value_Operation_8 !== 'string') {
          if (value_Operation_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Operation_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_Operation_8.toISOString() + JSON_STR_QUOTE
          } else if (value_Operation_8 instanceof RegExp) {
            json += asString(value_Operation_8.source)
          } else {
            json += asString(value_Operation_8.toString())
          }
        } else {
          json += asString(value_Operation_8)
        }
        
      } else {
        throw new Error('"Operation" is required!')
      }
      
      const value_SpentToday_9 = obj["SpentToday"]
      if (value_SpentToday_9 !== undefined) {
        json += ",\"SpentToday\":"
        json += asNumber(value_SpentToday_9)
      } else {
        throw new Error('"SpentToday" is required!')
      }
      
      const value_SpentThisMonth_10 = obj["SpentThisMonth"]
      if (value_SpentThisMonth_10 !== undefined) {
        json += ",\"SpentThisMonth\":"
        json += asNumber(value_SpentThisMonth_10)
      } else {
        throw new Error('"SpentThisMonth" is required!')
      }
      
      const value_CallsThisMonth_11 = obj["CallsThisMonth"]
      if (value_CallsThisMonth_11 !== undefined) {
        json += ",\"CallsThisMonth\":"
        json += asInteger(value_CallsThisMonth_11)
      } else {
        throw new Error('"CallsThisMonth" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/ByOperation"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/ByOperation' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/ByFlow/items"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Flow_14 = obj["Flow"]
      if (value_Flow_14 !== undefined) {
        json += "{\"Flow\":"
        
        if (typeof value_Flow_14 !== 'string') {
          if (value_Flow_14 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Flow_14 instanceof Date) {
            json += JSON_STR_QUOTE + value_Flow_14.toISOString() + JSON_STR_QUOTE
          } else if (value_Flow_14 instanceof RegExp) {
            json += asString(value_Flow_14.source)
          } else {
            json += asString(value_Flow_14.toString())
          }
        } else {
          json += asString(value_Flow_14)
        }
        
      } else {
        throw new Error('"Flow" is required!')
      }
      
      const value_SpentToday_15 = obj["SpentToday"]
      if (value_SpentToday_15 !== undefined) {
        json += ",\"SpentToday\":"
        json += asNumber(value_SpentToday_15)
      } else {
        throw new Error('"SpentToday" is required!')
      }
      
      const value_SpentThisMonth_16 = obj["SpentThisMonth"]
      if (value_SpentThisMonth_16 !== undefined) {
        json += ",\"SpentThisMonth\":"
        json += asNumber(value_SpentThisMonth_16)
      } else {
        throw new Error('"SpentThisMonth" is required!')
      }
      
      const value_CallsThisMonth_17 = obj["CallsThisMonth"]
      if (value_CallsThisMonth_17 !== undefined) {
        json += ",\"CallsThisMonth\":"
        json += asInteger(value_CallsThisMonth_17)
      } else {
        throw new Error('"CallsThisMonth" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous3 (obj) {
      // "#/properties/ByFlow"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/ByFlow' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous4(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous4(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/ByDay/items"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Day_20 = obj["Day"]
      if (value_Day_20 !== undefined) {
        json += "{\"Day\":"
        
        if (typeof value_Day_20 !== 'string') {
          if (value_Day_20 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Day_20 instanceof Date) {
            json += JSON_STR_QUOTE + value_Day_20.toISOString() + JSON_STR_QUOTE
          } else if (value_Day_20 instanceof RegExp) {
            json += asString(value_Day_20.source)
          } else {
            json += asString(value_Day_20.toString())
          }
        } else {
          json += asString(value_Day_20)
        }
        
      } else {
        throw new Error('"Day" is required!')
      }
      
      const value_Operation_21 = obj["Operation"]
      if (value_Operation_21 !== undefined) {
        json += ",\"Operation\":"
        
        if (typeof value_Operation_21 !== 'string') {
          if (value_Operation_21 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Operation_21 instanceof Date) {
            json += JSON_STR_QUOTE + value_Operation_21.toISOString() + JSON_STR_QUOTE
          } else if (value_Operation_21 instanceof RegExp) {
            json += asString(value_Operation_21.source)
          } else {
            json += asString(value_Operation_21.toString())
          }
        } else {
          json += asString(value_Operation_21)
        }
        
      } else {
        throw new Error('"Operation" is required!')
      }
      
      const value_Spent_22 = obj["Spent"]
      if (value_Spent_22 !== undefined) {
        json += ",\"Spent\":"
        json += asNumber(value_Spent_22)
      } else {
        throw new Error('"Spent" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous5 (obj) {
      // "#/properties/ByDay"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/ByDay' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous6(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous6(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/Budgets/items"
      function anonymous8 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Budget_25 = obj["Budget"]
      if (value_Budget_25 !== undefined) {
        json += "{\"Budget\":"
        
        if (typeof value_Budget_25 !== 'string') {
          if (value_Budget_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Budget_25 instanceof Date) {
            json += JSON_STR_QUOTE + value_Budget_25.toISOString() + JSON_STR_QUOTE
          } else if (value_Budget_25 instanceof RegExp) {
            json += asString(value_Budget_25.source)
          } else {
            json += asString(value_Budget_25.toString())
          }
        } else {
          json += asString(value_Budget_25)
        }
        
      } else {
        throw new Error('"Budget" is required!')
      }
      
      const value_Limit_26 = obj["Limit"]
      if (value_Limit_26 !== undefined) {
        json += ",\"Limit\":"
        json += asNumber(value_Limit_26)
      } else {
        throw new Error('"Limit" is required!')
      }
      
      const value_Spent_27 = obj["Spent"]
      if (value_Spent_27 !== undefined) {
        json += ",\"Spent\":"
        json += asNumber(value_Spent_27)
      } else {
        throw new Error('"Spent" is required!')
      }
      
      const value_Left_28 = obj["Left"]
      if (value_Left_28 !== undefined) {
        json += ",\"Left\":"
        json += asNumber(value_Left_28)
      } else {
        throw new Error('"Left" is required!')
      }
      
      const value_BeginsAnew_29 = obj["BeginsAnew"]
      if (value_BeginsAnew_29 !== undefined) {
        json += ",\"BeginsAnew\":"
        
        if (typeof value_BeginsAnew_29 !== 'string') {
          if (value_BeginsAnew_29 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_BeginsAnew_29 instanceof Date) {
            json += JSON_STR_QUOTE + value_BeginsAnew_29.toISOString() + JSON_STR_QUOTE
          } else if (value_BeginsAnew_29 instanceof RegExp) {
            json += asString(value_BeginsAnew_29.source)
          } else {
            json += asString(value_BeginsAnew_29.toString())
          }
        } else {
          json += asString(value_BeginsAnew_29)
        }
        
      } else {
        throw new Error('"BeginsAnew" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous7 (obj) {
      // "#/properties/Budgets"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/Budgets' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous8(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous8(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_SpentToday_1 = obj["SpentToday"]
      if (value_SpentToday_1 !== undefined) {
        json += "{\"SpentToday\":"
        json += asNumber(value_SpentToday_1)
      } else {
        throw new Error('"SpentToday" is required!')
      }
      
      const value_SpentThisMonth_2 = obj["SpentThisMonth"]
      if (value_SpentThisMonth_2 !== undefined) {
        json += ",\"SpentThisMonth\":"
        json += asNumber(value_SpentThisMonth_2)
      } else {
        throw new Error('"SpentThisMonth" is required!')
      }
      
      const value_CallsThisMonth_3 = obj["CallsThisMonth"]
      if (value_CallsThisMonth_3 !== undefined) {
        json += ",\"CallsThisMonth\":"
        json += asInteger(value_CallsThisMonth_3)
      } else {
        throw new Error('"CallsThisMonth" is required!')
      }
      
      const value_ConnectionSpentToday_4 = obj["ConnectionSpentToday"]
      if (value_ConnectionSpentToday_4 !== undefined) {
        json += ",\"ConnectionSpentToday\":"
        json += asNumber(value_ConnectionSpentToday_4)
      } else {
        throw new Error('"ConnectionSpentToday" is required!')
      }
      
      const value_ConnectionSpentThisMonth_5 = obj["ConnectionSpentThisMonth"]
      if (value_ConnectionSpentThisMonth_5 !== undefined) {
        json += ",\"ConnectionSpentThisMonth\":"
        json += asNumber(value_ConnectionSpentThisMonth_5)
      } else {
        throw new Error('"ConnectionSpentThisMonth" is required!')
      }
      
      const value_ByOperation_6 = obj["ByOperation"]
      if (value_ByOperation_6 !== undefined) {
        json += ",\"ByOperation\":"
        json += anonymous1(value_ByOperation_6)
      } else {
        throw new Error('"ByOperation" is required!')
      }
      
      const value_ByFlow_12 = obj["ByFlow"]
      if (value_ByFlow_12 !== undefined) {
        json += ",\"ByFlow\":"
        json += anonymous3(value_ByFlow_12)
      } else {
        throw new Error('"ByFlow" is required!')
      }
      
      const value_ByDay_18 = obj["ByDay"]
      if (value_ByDay_18 !== undefined) {
        json += ",\"ByDay\":"
        json += anonymous5(value_ByDay_18)
      } else {
        throw new Error('"ByDay" is required!')
      }
      
      const value_Budgets_23 = obj["Budgets"]
      if (value_Budgets_23 !== undefined) {
        json += ",\"Budgets\":"
        json += anonymous7(value_Budgets_23)
      } else {
        throw new Error('"Budgets" is required!')
      }
      
      const value_PricesOf_30 = obj["PricesOf"]
      if (value_PricesOf_30 !== undefined) {
        json += ",\"PricesOf\":"
        
        if (typeof value_PricesOf_30 !== 'string') {
          if (value_PricesOf_30 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_PricesOf_30 instanceof Date) {
            json += JSON_STR_QUOTE + value_PricesOf_30.toISOString() + JSON_STR_QUOTE
          } else if (value_PricesOf_30 instanceof RegExp) {
            json += asString(value_PricesOf_30.source)
          } else {
            json += asString(value_PricesOf_30.toString())
          }
        } else {
          json += asString(value_PricesOf_30)
        }
        
      } else {
        throw new Error('"PricesOf" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "SpendingLimitModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_PerDay_1 = obj["PerDay"]
      if (value_PerDay_1 !== undefined) {
        json += "{\"PerDay\":"
        
      if (value_PerDay_1 === null) {
        json += JSON_STR_NULL
      } else {
    json += asNumber(value_PerDay_1)
      }
    
      } else {
        throw new Error('"PerDay" is required!')
      }
      
      const value_PerMonth_2 = obj["PerMonth"]
      if (value_PerMonth_2 !== undefined) {
        json += ",\"PerMonth\":"
        
      if (value_PerMonth_2 === null) {
        json += JSON_STR_NULL
      } else {
    json += asNumber(value_PerMonth_2)
      }
    
      } else {
        throw new Error('"PerMonth" is required!')
      }
      
      const value_HoldsFrom_3 = obj["HoldsFrom"]
      if (value_HoldsFrom_3 !== undefined) {
        json += ",\"HoldsFrom\":"
        
        if (typeof value_HoldsFrom_3 !== 'string') {
          if (value_HoldsFrom_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_HoldsFrom_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_HoldsFrom_3.toISOString() + JSON_STR_QUOTE
          } else if (value_HoldsFrom_3 instanceof RegExp) {
            json += asString(value_HoldsFrom_3.source)
          } else {
            json += asString(value_HoldsFrom_3.toString())
          }
        } else {
          json += asString(value_HoldsFrom_3)
        }
        
      } else {
        throw new Error('"HoldsFrom" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
  "SearchCostModel": (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_Source_1 = obj["Source"]
      if (value_Source_1 !== undefined) {
        json += "{\"Source\":"
        
        if (typeof value_Source_1 !== 'string') {
          if (value_Source_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_Source_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_Source_1.toISOString() + JSON_STR_QUOTE
          } else if (value_Source_1 instanceof RegExp) {
            json += asString(value_Source_1.source)
          } else {
            json += asString(value_Source_1.toString())
          }
        } else {
          json += asString(value_Source_1)
        }
        
      } else {
        throw new Error('"Source" is required!')
      }
      
      const value_Matches_2 = obj["Matches"]
      if (value_Matches_2 !== undefined) {
        json += ",\"Matches\":"
        json += asInteger(value_Matches_2)
      } else {
        throw new Error('"Matches" is required!')
      }
      
      const value_MatchesPerHour_3 = obj["MatchesPerHour"]
      if (value_MatchesPerHour_3 !== undefined) {
        json += ",\"MatchesPerHour\":"
        json += asNumber(value_MatchesPerHour_3)
      } else {
        throw new Error('"MatchesPerHour" is required!')
      }
      
      const value_MatchesPerDay_4 = obj["MatchesPerDay"]
      if (value_MatchesPerDay_4 !== undefined) {
        json += ",\"MatchesPerDay\":"
        json += asNumber(value_MatchesPerDay_4)
      } else {
        throw new Error('"MatchesPerDay" is required!')
      }
      
      const value_PricePerPost_5 = obj["PricePerPost"]
      if (value_PricePerPost_5 !== undefined) {
        json += ",\"PricePerPost\":"
        json += asNumber(value_PricePerPost_5)
      } else {
        throw new Error('"PricePerPost" is required!')
      }
      
      const value_PollIntervalMinutes_6 = obj["PollIntervalMinutes"]
      if (value_PollIntervalMinutes_6 !== undefined) {
        json += ",\"PollIntervalMinutes\":"
        json += asInteger(value_PollIntervalMinutes_6)
      } else {
        throw new Error('"PollIntervalMinutes" is required!')
      }
      
      const value_TriggerPerMonth_7 = obj["TriggerPerMonth"]
      if (value_TriggerPerMonth_7 !== undefined) {
        json += ",\"TriggerPerMonth\":"
        json += asNumber(value_TriggerPerMonth_7)
      } else {
        throw new Error('"TriggerPerMonth" is required!')
      }
      
      const value_HourlyActionPerMonth_8 = obj["HourlyActionPerMonth"]
      if (value_HourlyActionPerMonth_8 !== undefined) {
        json += ",\"HourlyActionPerMonth\":"
        json += asNumber(value_HourlyActionPerMonth_8)
      } else {
        throw new Error('"HourlyActionPerMonth" is required!')
      }
      
      const value_PricesOf_9 = obj["PricesOf"]
      if (value_PricesOf_9 !== undefined) {
        json += ",\"PricesOf\":"
        
        if (typeof value_PricesOf_9 !== 'string') {
          if (value_PricesOf_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_PricesOf_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_PricesOf_9.toISOString() + JSON_STR_QUOTE
          } else if (value_PricesOf_9 instanceof RegExp) {
            json += asString(value_PricesOf_9.source)
          } else {
            json += asString(value_PricesOf_9.toString())
          }
        } else {
          json += asString(value_PricesOf_9)
        }
        
      } else {
        throw new Error('"PricesOf" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serializer),
};
